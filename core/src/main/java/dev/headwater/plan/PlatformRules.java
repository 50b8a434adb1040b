package dev.headwater.plan;

import dev.headwater.naming.PythonModule;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.problem.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the platform that a plan is for, beyond its single fields and its names. */
final class PlatformRules {

    private static final Pattern FOLDER = Pattern.compile("(?!\\.\\.?(/|$))[\\w.-]+(/(?!\\.\\.?(/|$))[\\w.-]+)*");
    private static final Set<Folder> PACKAGES = Set.of(Folder.SOURCES, Folder.PIPELINES, Folder.FLOWS);
    private static final PythonModule PYTHON = new PythonModule();

    private PlatformRules() {}

    static void judge(Platform platform, Problems problems) {
        for (Folder folder : Folder.values()) {
            judge(folder, platform.folder(folder), problems);
        }
        for (String code : platform.asWritten()) {
            if (!Platform.DEVIATIONS_WITH_A_WAY_BACK.contains(code)) {
                problems.add(
                        "platform.as-written",
                        "platform.asWritten",
                        "\"" + code + "\" is not a deviation with a way back to the runbook's text.",
                        "Those are " + String.join(", ", Platform.DEVIATIONS_WITH_A_WAY_BACK) + ".");
            }
        }
        problems.line("platform.awsProfile", platform.awsProfile());
        problems.line("platform.contacts.first", platform.contacts().first());
        problems.line("platform.contacts.next", platform.contacts().next());
    }

    private static void judge(Folder folder, String path, Problems problems) {
        String at = "platform.folders." + folder.name().toLowerCase(Locale.ROOT);
        if (PACKAGES.contains(folder)) {
            if (!Arrays.stream(path.split("/", -1)).allMatch(PlatformRules::isPackage)) {
                problems.add(
                        "platform.folder",
                        at,
                        "\"" + path + "\" is not a folder that Python can import from.",
                        "Write names of lower-case letters, digits and _ joined by /, none of them a keyword.");
            }
        } else if (folder == Folder.DBT_STAGING ? !FOLDER.matcher(path).matches() : !isFolderOrRoot(path)) {
            problems.add(
                    "platform.folder",
                    at,
                    "\"" + path + "\" is not a folder below a repository's root.",
                    "Write names of letters, digits, _, - and . joined by /, without .. and without / at the ends.");
        }
    }

    private static boolean isFolderOrRoot(String path) {
        return path.isEmpty() || FOLDER.matcher(path).matches();
    }

    private static boolean isPackage(String name) {
        return PYTHON.check(name).stream().allMatch(fault -> fault.code().equals("name.python.used"));
    }
}
