package dev.headwater.plan;

import dev.headwater.naming.FileName;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.problem.Problems;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges the platform that a plan is for, beyond its single fields and its names. */
final class PlatformRules {

    private static final Pattern FOLDER =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}+(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}+)*+");
    private static final List<Folder> PACKAGES = List.of(Folder.SOURCES, Folder.PIPELINES, Folder.FLOWS);
    private static final PythonModule PYTHON = new PythonModule();
    private static final FileName FILE_NAME = new FileName();
    private static final PythonFlowModule INSTALLED = new PythonFlowModule();

    private PlatformRules() {}

    static void judge(Platform platform, Problems problems) {
        for (Folder folder : Folder.values()) {
            if (PACKAGES.contains(folder)) {
                judgePackage(folder, platform, problems);
            } else {
                judgeFolder(folder, platform.folder(folder), problems);
            }
        }
        judgeCodes(platform, problems);
        if (!FreshnessRules.isWholeMinutes(platform.lateRunSlack())) {
            problems.add(
                    "freshness.invalid",
                    "platform.lateRunSlack",
                    "A slack of " + platform.lateRunSlack() + " cannot be.",
                    "Give whole minutes, up to ten years.");
        }
        problems.line("platform.awsProfile", platform.awsProfile());
        problems.line("platform.contacts.first", platform.contacts().first());
        problems.line("platform.contacts.next", platform.contacts().next());
    }

    private static void judgeCodes(Platform platform, Problems problems) {
        for (String code : platform.asWritten()) {
            if (Deviation.of(code).filter(Deviation::canBeAsWritten).isEmpty()) {
                problems.add(
                        "platform.as-written",
                        "platform.asWritten",
                        "\"" + code + "\" is not a deviation with a way back to the runbook's text.",
                        "Those are " + codes(Deviation::canBeAsWritten) + ".");
            }
        }
        judgeMuted(platform.muted(), "platform", problems);
    }

    static void judgeMuted(Collection<String> muted, String path, Problems problems) {
        for (String code : muted) {
            if (code.strip().toUpperCase(Locale.ROOT).matches("RB\\d*+")
                    && Deviation.of(code).isEmpty()) {
                problems.add(
                        "mute.unknown",
                        path + ".muted",
                        "\"" + code + "\" is not the code of a deviation.",
                        "Those are " + codes(any -> true) + ".");
            }
        }
    }

    private static String codes(Predicate<Deviation> which) {
        return Arrays.stream(Deviation.values())
                .filter(which)
                .map(Deviation::code)
                .collect(Collectors.joining(", "));
    }

    private static void judgePackage(Folder folder, Platform platform, Problems problems) {
        String path = platform.folder(folder);
        String[] names = path.split("/", -1);
        if (!Arrays.stream(names).allMatch(PlatformRules::isPackage)) {
            refuse(
                    folder,
                    "\"" + path + "\" is not a folder that Python can import from.",
                    "Write names of lower-case letters, digits and _ joined by /, none of them a keyword.",
                    problems);
        } else {
            judgeNames(folder, path, problems);
        }
        if (!INSTALLED.check(names[0]).isEmpty()) {
            refuse(
                    folder,
                    "\"" + names[0] + "\" hides a module of Python's standard library or an installed package.",
                    "Choose another folder.",
                    problems);
        }
        PACKAGES.stream()
                .filter(other -> other.compareTo(folder) < 0)
                .filter(other -> platform.folder(other).equals(path))
                .forEach(other -> refuse(
                        folder,
                        "\"" + path + "\" is that of " + name(other) + " already, and modules of one name would hide"
                                + " each other.",
                        "Give each kind a folder of its own.",
                        problems));
    }

    private static boolean isPackage(String name) {
        return PYTHON.check(name).stream().allMatch(fault -> fault.code().equals("name.python.used"));
    }

    private static void judgeFolder(Folder folder, String path, Problems problems) {
        boolean mayBeRoot = folder != Folder.DBT_STAGING;
        if (!(mayBeRoot && path.isEmpty()) && !FOLDER.matcher(path).matches()) {
            refuse(
                    folder,
                    "\"" + path + "\" is not a folder below a repository's root.",
                    "Write names of at most 100 letters, digits, _, - and . joined by /, which do not begin with - or ."
                            + (mayBeRoot ? "; \".\" and \"\" name the root itself." : ""),
                    problems);
        } else {
            judgeNames(folder, path, problems);
        }
    }

    private static void judgeNames(Folder folder, String path, Problems problems) {
        for (String name : path.split("/", -1)) {
            FILE_NAME.check(name).stream()
                    .findFirst()
                    .ifPresent(fault -> refuse(
                            folder, "\"" + name + "\" " + fault.message() + ".", "Choose another folder.", problems));
        }
    }

    private static void refuse(Folder folder, String message, String hint, Problems problems) {
        problems.add("platform.folder", "platform.folders." + name(folder), message, hint);
    }

    private static String name(Folder folder) {
        return folder.name().toLowerCase(Locale.ROOT);
    }
}
