using Latent.Data;
using Latent.Onnx;
using Latent.Training.Normalization;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Normalization;

public sealed class TextureMapsTests
{
    private const int Side = 32;
    private const int Cells = 16;
    private const int Size = 7 * Cells;

    private static readonly Dataset Surfaces = ImagesOf(Enumerable.Range(0, 6).Select(number => Noise(number)));
    private static readonly Normalizer Maps = Normalizer.Fit(NormalizationKind.Texture, Surfaces);

    [Fact]
    public void Normalize_TrainingImages_HaveMeanZeroAndDeviationOneAtEachPixel()
    {
        var maps = Normalize(Surfaces.Values);

        Assert.Equal((Size, 7, 4), (Maps.Size, Maps.Image!.Channels, Maps.Image.Height));
        Assert.True(maps.mean([0]).allclose(zeros(Size), atol: 1e-4));
        Assert.True(maps.std(0, unbiased: false).allclose(ones(Size), atol: 1e-4));
    }

    [Fact]
    public void Normalize_ASpot_ShowsAtItsPixelAlone()
    {
        var surface = Noise(7);
        float[] spotted = [.. surface];
        spotted[(12 * Side) + 20] = 0;                         // row 12, column 20: the cell in row 1, column 2

        var difference = (Normalize(spotted) - Normalize(surface)).abs().reshape(7, Cells);

        var finest = difference[0].data<float>().ToArray();
        Assert.Equal((1 * 4) + 2, Array.IndexOf(finest, finest.Max()));
        Assert.All(finest.Where((_, position) => position % 4 != 2), change => Assert.Equal(0f, change));
    }

    [Fact]
    public void Normalize_StreaksAlongColumns_AreTakenOut()
    {
        float[] even = [.. Enumerable.Repeat(0.5f, Side * Side)];
        float[] streaked = [.. Enumerable.Range(0, Side * Side).Select(pixel => pixel % Side % 3 == 0 ? 0.7f : 0.5f)];

        var changes = (Normalize(streaked) - Normalize(even)).reshape(7, Cells).narrow(0, 0, 6);

        Assert.True(changes.abs().max().item<float>() < 1e-2);
    }

    [Fact]
    public void Denormalize_Maps_GivesTheBrightnessOfEachPixel()
    {
        float[] ramp = [.. Enumerable.Range(0, Side * Side).Select(pixel => 0.2f + (0.5f * (pixel % Side) / Side))];

        var reconstructed = Maps.Denormalize<TensorValue>(Normalize(ramp)).Tensor.data<float>().ToArray();

        Assert.Equal(Side * Side, reconstructed.Length);
        Assert.All(Enumerable.Range(8, 16), x => Assert.Equal(ramp[x], reconstructed[x], 0.02));
    }

    [Fact]
    public void PerFeature_OneNumberAtOnePixel_IsSpreadAroundItsMiddle()
    {
        var maps = zeros(1, Size);
        maps[0, (3 * Cells) + 5] = 7f;                        // row 1, column 1 of the fourth map

        var pixels = Maps.PerFeature<TensorValue>(maps).Tensor.reshape(Side, Side);

        Assert.Equal(1f - (1f / 16), pixels[12, 12].item<float>(), 0.07f);
        Assert.Equal(0f, pixels[28, 28].item<float>());
        Assert.Equal(64f, pixels.sum().item<float>(), 1e-3f);
    }

    [Theory]
    [InlineData(1, 30, 32)]
    [InlineData(3, 32, 32)]
    public void Fit_OtherImages_SaysWhatItTakes(int channels, int height, int width)
    {
        var data = new Dataset("photos", [channels, height, width], new float[channels * height * width]);

        var error = Assert.Throws<ModelException>(() => Normalizer.Fit(NormalizationKind.Texture, data));

        Assert.Equal(
            "normalization texture needs grayscale images whose sides are multiples " +
            $"of 8. Received: photos, rows of {channels} x {height} x {width} values. " +
            "Resize the images (data.shape, data.resize), or choose another normalization.",
            error.Message);
    }

    private static Tensor Normalize(float[] values)
        => Maps.Normalize<TensorValue>(tensor(values, [values.Length / (Side * Side), Side * Side])).Tensor;

    private static Dataset ImagesOf(IEnumerable<float[]> images)
        => new("surfaces", [1, Side, Side], [.. images.SelectMany(image => image)]);

    private static float[] Noise(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => 0.3f + (0.4f * random.NextSingle()))];
    }
}
