"""Reads literals as the tools do, and prints those that do not mean what they should.

Each line of the file holds a meaning and a literal, as hexadecimal UTF-16.
"""

import ast
import json
import sys


def unhex(word):
    return bytes.fromhex(word).decode("utf-16-be", "surrogatepass")


def each(read):
    """A reader of one literal, for all of them."""

    def read_all(literals):
        values = []
        for literal in literals:
            try:
                values.append(read(literal))
            except Exception as fault:
                values.append(fault)
        return values

    return read_all


def yaml_value(loader):
    import yaml

    loader = getattr(yaml, loader)

    def read(literal):
        return only_value(yaml.load(f"a:\n  - {literal}\n    b: c\n", Loader=loader))

    return each(read)


def only_value(document):
    [item] = document["a"]
    assert item.pop("b") == "c"
    [value] = item.values()
    return value


def ruamel_value():
    from ruamel.yaml import YAML

    parser = YAML(typ="safe", pure=True)
    return each(lambda literal: only_value(parser.load(f"a:\n  - {literal}\n    b: c\n")))


def render():
    """As dbt renders descriptions and models."""
    from dbt_common.clients.jinja import get_template

    return lambda text: get_template(text, {}).render({})


def rendered_yaml():
    import yaml

    rendered = render()

    def read(literal):
        return rendered(only_value(yaml.load(f"a:\n  - {literal}\n    b: c\n", Loader=yaml.CSafeLoader)))

    return each(read)


def select(literals):
    import duckdb

    return list(duckdb.connect().execute("select " + ", ".join(literals)).fetchone())


def chunks(read, size):
    def read_all(literals):
        values = []
        for start in range(0, len(literals), size):
            values += read(literals[start : start + size])
        return values

    return read_all


def rendered_select():
    rendered = render()
    return lambda literals: select([rendered(literal) for literal in literals])


def columns(identifiers):
    """Names of columns, as DuckDB stores them."""
    import duckdb

    connection = duckdb.connect()
    return [connection.execute(f"select 1 as {name}").description[0][0] for name in identifiers]


def sqlfluff_tokens():
    """A literal for Snowflake has to be one token, here given back without its quotes."""
    from sqlfluff.core import FluffConfig
    from sqlfluff.core.parser import Lexer

    lexer = Lexer(config=FluffConfig(overrides={"dialect": "snowflake"}))

    def read(literals):
        segments, violations = lexer.lex("select\n" + "\n, ".join(literals) + "\nfrom t\n")
        if violations:
            return violations
        code = [segment for segment in segments if segment.is_code]
        return [content(segment.raw) for segment in code[1:-2:2]]

    return chunks(read, 500)


def content(raw):
    if raw.startswith("$$"):
        return raw[2:-2]
    return raw[1:-1].replace("''", "'")


def sqlfluff_parses():
    from sqlfluff.core import FluffConfig, Linter

    linter = Linter(config=FluffConfig(overrides={"dialect": "snowflake", "templater": "raw"}))

    def read(literals):
        parsed = linter.parse_string("select\n" + "\n, ".join(f"{x} as a" for x in literals) + "\nfrom t\n")
        tree = parsed.root_variant().tree
        if parsed.violations or "unparsable" in tree.type_set():
            return [parsed.violations or "unparsable"]
        return [content(segment.raw) for segment in tree.recursive_crawl("quoted_literal")]

    return chunks(read, 50)


def markdown(before, after, blocks, *, code=False, margin=0):
    """The only text of a block, of which nothing may be markup."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")

    def read(literal):
        if not literal:
            return ""
        tokens = parser.parse(before + literal + after)
        types = [token.type for token in tokens]
        if types != blocks:
            return types
        children = [token for token in tokens if token.type == "inline"][-1].children
        if code and children and children[0].type == "html_inline":
            assert [children[0].content, children[-1].content] == ["<code>", "</code>"]
            children = children[1:-1]
        elif code:
            [span] = children
            return span.content if span.type == "code_inline" else span.type
        kinds = {child.type for child in children}
        if kinds - {"text", "text_special"}:
            return kinds
        return "".join(child.content for child in children)[margin : -margin or None]

    return each(read)


PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
HEADING = ["heading_open", "inline", "heading_close"]
ITEM = ["bullet_list_open", "list_item_open", *PARAGRAPH, "list_item_close", "bullet_list_close"]
CELLS = ["th_open", "inline", "th_close", "th_open", "inline", "th_close"]
BODY = ["td_open", "inline", "td_close", "td_open", "inline", "td_close"]
TABLE = [
    "table_open",
    "thead_open",
    "tr_open",
    *CELLS,
    "tr_close",
    "thead_close",
    "tbody_open",
    "tr_open",
    *BODY,
    "tr_close",
    "tbody_close",
    "table_close",
]
HEADER = "| a | b |\n|---|---|\n| c | "

READERS = {
    "python": lambda: each(ast.literal_eval),
    "json": lambda: each(json.loads),
    "pyyaml": lambda: yaml_value("CSafeLoader"),
    "pyyaml-pure": lambda: yaml_value("SafeLoader"),
    "ruamel": ruamel_value,
    "jinja": lambda: each(render()),
    "jinja-in-yaml": rendered_yaml,
    "jinja-in-sql": lambda: chunks(rendered_select(), 500),
    "duckdb": lambda: chunks(select, 500),
    "duckdb-columns": lambda: columns,
    "sqlfluff-lexer": sqlfluff_tokens,
    "sqlfluff-parser": sqlfluff_parses,
    "markdown-line": lambda: markdown("", "\n", PARAGRAPH),
    "markdown-item": lambda: markdown("- ", "\n", ITEM),
    "markdown-middle": lambda: markdown("x", "x\n", PARAGRAPH, margin=1),
    "markdown-heading": lambda: markdown("# ", "\n", HEADING),
    "markdown-cell": lambda: markdown(HEADER, " |\n", TABLE),
    "markdown-code": lambda: markdown("", "\n", PARAGRAPH, code=True),
    "markdown-code-cell": lambda: markdown(HEADER, " |\n", TABLE, code=True),
    "values": lambda: lambda literals: json.loads(literals[0]),
}


def main(reader, path):
    with open(path, encoding="ascii") as file:
        pairs = [[unhex(word) for word in line[:-1].split(" ")] for line in file]
    meanings = [meaning for meaning, _ in pairs]
    literals = [literal for _, literal in pairs]
    values = READERS[reader]()(literals)
    if len(values) != len(meanings):
        print(f"{len(values)} values of {len(meanings)} literals: {ascii(values)[:300]}")
    wrong = [triple for triple in zip(meanings, literals, values) if triple[0] != triple[2]]
    for meaning, literal, value in wrong[:10]:
        print(f"{ascii(meaning)[:300]}\n  as {ascii(literal)[:300]}\n  is read as {ascii(value)[:300]}")
    if wrong:
        print(f"{len(wrong)} of {len(meanings)}")


main(*sys.argv[1:])
