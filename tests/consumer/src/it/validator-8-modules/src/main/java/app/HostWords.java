package app;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/** The host's own way with messages; it has no expression language. */
final class HostWords implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
        return "HOST " + template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }
}
