namespace Latent.Imaging.Internals;

/// <summary>Checks of shapes and lengths.</summary>
internal static class Shapes
{
    public static ImageShape Require(ImageShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var isImage = shape.Channels is 1 or 3 && shape.Height > 0 && shape.Width > 0
            && (long)shape.Height * shape.Width <= Array.MaxLength / shape.Channels;
        return isImage
            ? shape
            : throw new ImageException(
                "The shape is not that of an image.",
                nameof(shape),
                "1 or 3 channels, height and width of at least 1",
                shape.ToString(),
                "Give channels x height x width, for example 1 x 28 x 28.");
    }

    public static void RequireOne(ImageShape shape, int length, string argument)
    {
        if (length != shape.Size)
            throw WrongLength(argument, $"{shape.Size} values, one image of {shape}", length);
    }

    public static void RequireLength(int length, int expected, string argument)
    {
        if (length != expected)
            throw WrongLength(argument, $"{expected} values", length);
    }

    public static int RequireMany(ImageShape shape, int length, string argument)
    {
        if (length == 0 || length % shape.Size != 0)
            throw WrongLength(argument, $"a multiple of {shape.Size} values, images of {shape}", length);
        return length / shape.Size;
    }

    public static int RequirePositive(int value, string argument)
    {
        if (value < 1)
            throw new ImageException("An argument is out of range.", argument, "at least 1", $"{value}", $"Give a larger {argument}.");
        return value;
    }

    public static ImageException WrongLength(string argument, string expected, int length) =>
        new(
            "The number of values does not match the shape.", argument, expected, $"{length} values",
            "Check the shape and the data, channels first.");
}
