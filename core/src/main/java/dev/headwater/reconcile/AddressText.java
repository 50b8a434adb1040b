package dev.headwater.reconcile;

import dev.headwater.emit.Address;

/** How a message calls what an address means: without its file, which stands before the message already. */
final class AddressText {

    private AddressText() {}

    static String at(Address address) {
        if (address instanceof Address.HclBlock block) {
            return new Address.HclBlock("", block.type(), block.labels()).toString();
        }
        if (address instanceof Address.HclElement part) {
            return at(part.block())
                    + part.toString().substring(part.block().toString().length());
        }
        return address instanceof Address.YamlItem item
                ? item.toString().substring(item.file().length() + ": ".length())
                : address.toString();
    }

    /** The file in which it stands, or the directory. */
    static String place(Address address) {
        if (address instanceof Address.HclBlock block) {
            return block.directory();
        }
        if (address instanceof Address.HclElement part) {
            return place(part.block());
        }
        return address instanceof Address.YamlItem item ? item.file() : address.toString();
    }
}
