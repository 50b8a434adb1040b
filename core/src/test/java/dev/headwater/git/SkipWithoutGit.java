package dev.headwater.git;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips, and says so, where there is no git to give a patch to. */
public final class SkipWithoutGit implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        try {
            return Git.isInstalled()
                    ? SkipResult.doNotSkip()
                    : SkipResult.skip("git is not installed, so it cannot be asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SkipResult.skip("interrupted while looking for git");
        }
    }
}
