package dev.headwater.plan;

import dev.headwater.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The Jakarta constraints of single fields, judged in English whatever the host's locale, without expression language.
 */
final class FieldConstraints {

    /** What may be left out, but not be blank. */
    static final String NOT_BLANK = "(?s)\\s*+\\S.*+";

    private FieldConstraints() {}

    /** Headwater's own messages read "what is wrong; how to mend it"; those of other people's methods need not. */
    static void judge(DataSourcePlan plan, Problems problems) {
        for (ConstraintViolation<DataSourcePlan> violation : Engine.VALIDATOR.validate(plan)) {
            String[] message = violation.getMessage().split("; ", 2);
            problems.add(
                    "field." + constraint(violation),
                    path(violation.getPropertyPath()),
                    quoted(violation.getInvalidValue()) + message[0] + ".",
                    message.length == 2 ? Sentence.of(message[1]) : "Give another value.");
        }
    }

    private static String constraint(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.toLowerCase(Locale.ROOT);
    }

    private static String quoted(Object value) {
        return value instanceof String text && !text.isBlank() ? "\"" + text + "\" " : "";
    }

    private static String path(Path path) {
        StringBuilder text = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                text.append('[').append(node.getIndex()).append(']');
            }
            String name = node.getName();
            if (name != null && !name.startsWith("<")) {
                text.append(text.isEmpty() ? "" : ".").append(name);
            }
        }
        return text.toString();
    }

    /** Made on first use: it takes a quarter of a second, which pure emission need not pay. */
    private static final class Engine {

        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
                .buildValidatorFactory()
                .getValidator();
    }
}
