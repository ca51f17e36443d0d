namespace Latent.Runtime;

/// <summary>Averages images over their channels.</summary>
internal static class ChannelMeans
{
    /// <param name="values"><c>[n, channels, pixels]</c>.</param>
    /// <param name="channels">The number of channels, 1 or more.</param>
    /// <param name="pixels">The number of pixels per image.</param>
    /// <param name="means">Receives <c>[n, pixels]</c>.</param>
    public static void Fill(ReadOnlySpan<float> values, int channels, int pixels, Span<float> means)
    {
        for (var image = 0; image < means.Length / pixels; image++)
        {
            var from = values.Slice(image * channels * pixels, channels * pixels);
            var to = means.Slice(image * pixels, pixels);
            for (var pixel = 0; pixel < pixels; pixel++)
                to[pixel] = MeanAt(from[pixel..], channels, pixels);
        }
    }

    private static float MeanAt(ReadOnlySpan<float> values, int channels, int stride)
    {
        var sum = 0f;
        for (var channel = 0; channel < channels; channel++)
            sum += values[channel * stride];
        return sum / channels;
    }
}
