using System.Globalization;

namespace Latent.Imaging.Internals;

internal static class ErrorMap
{
    /// <summary>Returns one error per pixel, from 0 to 1.</summary>
    public static float[] Compute(ReadOnlySpan<float> errors, ImageShape shape, float? maximum)
    {
        var plane = shape.Height * shape.Width;
        if (errors.Length != plane && errors.Length != shape.Size)
            throw Shapes.WrongLength(nameof(errors), Expected(shape, plane), errors.Length);

        var map = MeanOverChannels(errors, plane);
        var wrong = Array.FindIndex(map, value => !(value >= 0));
        if (wrong >= 0)
            throw new ImageException(
                "An error is negative or not a number.",
                nameof(errors),
                "errors of 0 or more",
                Text(map[wrong]),
                "Give squared or absolute errors.");

        var largest = maximum ?? map.Max();
        if (largest is not (>= 0 and < float.PositiveInfinity))
            throw new ImageException(
                "The largest error is out of range.", nameof(maximum), "a finite number of 0 or more", Text(largest),
                "Omit it to use the largest error of the image.");
        return Array.ConvertAll(map, value => largest == 0 ? 0 : Math.Min(1, value / largest));
    }

    private static string Expected(ImageShape shape, int plane) =>
        shape.Size == plane ? $"{plane} values, one per pixel" : $"{plane} values, one per pixel, or {shape.Size}, one per value";

    private static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);

    private static float[] MeanOverChannels(ReadOnlySpan<float> errors, int plane)
    {
        var channels = errors.Length / plane;
        var map = new float[plane];
        for (var i = 0; i < errors.Length; i++)
            map[i % plane] += errors[i] / channels;
        return map;
    }
}
