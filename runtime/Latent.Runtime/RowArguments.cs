using System.Globalization;

namespace Latent.Runtime;

/// <summary>Argument checks of the operations.</summary>
public static class RowArguments
{
    /// <summary>Returns the number of rows; rejects partial rows, empty batches and values that are not finite.</summary>
    /// <param name="values">The rows, one after the other.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="operation">The operation, for the error.</param>
    /// <param name="argument">The argument, for the error.</param>
    /// <param name="features">Names of the values of a row, for the error; none where null.</param>
    public static int CountRows(
        ReadOnlySpan<float> values,
        int width,
        string operation,
        string argument,
        IReadOnlyList<string>? features = null)
    {
        if (values.IsEmpty)
            throw new ShapeException(
                "There are no rows.", operation, argument, $"at least one row of {width} values", "0 values",
                "do not call with an empty batch.");
        if (values.Length % width != 0)
            throw new ShapeException(
                "The values are not a whole number of rows.", operation, argument, $"a multiple of {width} values, {width} per row",
                $"{values.Length} values", "pass whole rows of this model's size, one after the other.");

        var position = FiniteScan.FirstNonFinite(values);
        if (position >= 0)
            throw NotFinite(values[position], position / width, position % width, operation, argument, features);
        return values.Length / width;
    }

    /// <summary>Rejects anything but one row of finite values.</summary>
    internal static void CheckOneRow(
        ReadOnlySpan<float> row,
        int width,
        string operation,
        string argument,
        IReadOnlyList<string>? features = null)
    {
        if (row.Length != width)
            throw new ShapeException(
                "The values are not one row.", operation, argument, $"{width} values", $"{row.Length} values", "pass one row.");
        CountRows(row, width, operation, argument, features);
    }

    internal static void CheckDestination(Span<float> destination, int count, int width, string operation, string argument)
    {
        if (destination.Length != (long)count * width)
            throw new ShapeException(
                "The destination does not have the size of the result.", operation, argument,
                $"{(long)count * width} values, {width} for each of {count} rows", $"{destination.Length} values",
                "pass a span of exactly this length.");
    }

    /// <summary>Allocates the array of a result; throws if the result exceeds the maximum array length.</summary>
    internal static float[] NewArray(int count, int width, string operation, string argument)
    {
        if ((long)count * width > Array.MaxLength)
            throw new ShapeException(
                "The result does not fit into one array.", operation, argument, $"at most {Array.MaxLength} values",
                $"{count} rows of {width} values", "call with fewer rows at once.");
        return new float[count * width];
    }

    private static InputException NotFinite(
        float value, int row, int feature, string operation, string argument, IReadOnlyList<string>? features)
    {
        var name = features is null ? "" : $" ('{features[feature]}')";
        return new InputException(
            "A value is not finite.", operation, argument, "finite numbers",
            $"{value.ToString(CultureInfo.InvariantCulture)} at row {row}, feature {feature}{name}",
            "replace missing or infinite values before the call.");
    }
}
