using Latent.Data;
using Latent.Imaging;
using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Rows;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// Local texture features of a grayscale image of a surface, for each cell of 8x8 pixels: the logarithms of the mean squared
/// horizontal and vertical gradients of the logarithm of the image, at three scales, and the mean logarithm, the brightness.
/// Streaks along whole columns, such as grinding leaves, are removed before the gradients are computed. Each feature is then
/// standardised over the training rows.
/// </summary>
/// <remarks>
/// An anomaly of a surface often shows in its texture and seldom in its brightness, which dominates the errors of a pixel
/// autoencoder. The maps are converted back to an image only roughly: with the brightness of each cell, and without detail.
/// </remarks>
internal sealed class TextureMaps : Normalizer
{
    /// <summary>The side of a cell, in pixels.</summary>
    public const int CellSize = 8;

    // Each scale has half the resolution of the one before.
    private const int Sizes = 3;
    private const int Directions = 2;

    // Added before the logarithm, half the value of a dark pixel: anything below is noise.
    private const float Darkness = 0.05f;

    // Added before the logarithm: the square of a change of 0.3 %, less than one step of 8 bits.
    private const float Stillness = 1e-5f;

    private readonly ImageShape shape;
    private readonly ImageShape maps;
    private readonly Conv2d change;
    private readonly AvgPool2d halve;
    private readonly List<AvgPool2d> gather = [];
    private readonly Tensor down;
    private readonly Tensor across;
    private readonly Tensor offset;
    private readonly Tensor scale;

    /// <summary>Fits the mean and the standard deviation of each feature.</summary>
    /// <param name="train">The training rows, grayscale images whose sides are multiples of <see cref="CellSize"/>.</param>
    /// <exception cref="ModelException">The rows are not such images.</exception>
    public TextureMaps(Dataset train)
        : base(NormalizationKind.Texture, train)
    {
        shape = train.Image is { Channels: 1 } image && image.Height % CellSize == 0 && image.Width % CellSize == 0
            ? image
            : throw new ModelException(
            $"normalization texture needs grayscale images whose sides are multiples of {CellSize}. " +
            $"Received: {train.Name}, rows of {string.Join(" x ", train.SampleShape)} values. " +
            "Resize the images (data.shape, data.resize), or choose another normalization.");
        maps = new ImageShape((Sizes * Directions) + 1, shape.Height / CellSize, shape.Width / CellSize);
        register_module("change", change = Changes());
        register_module("halve", halve = AvgPool2d(2));
        for (var size = 0; size < Sizes; size++)
        {
            gather.Add(AvgPool2d(CellSize >> size));
            register_module($"gather_{size}", gather[size]);
        }

        register_buffer("down", down = Spread(maps.Height).DetachFromDisposeScope());
        register_buffer("across", across = Spread(maps.Width).t().contiguous().DetachFromDisposeScope());
        var (mean, deviation) = Measure(train);
        register_buffer("offset", offset = mean);
        register_buffer("scale", scale = deviation);
    }

    /// <inheritdoc/>
    public override int Size => maps.Size;

    /// <inheritdoc/>
    public override ImageShape Image => maps;

    /// <inheritdoc/>
    public override V Normalize<V>(V raw)
    {
        var measured = Describe(raw);
        return (measured - measured.Weight(offset)) / measured.Weight(scale);
    }

    /// <inheritdoc/>
    public override V Denormalize<V>(V row)
    {
        var positions = (long)maps.Height * maps.Width;
        var brightness = (row * row.Weight(scale) + row.Weight(offset)).Slice(-1, Size - positions, Size);
        return Enlarge((brightness.Exp() - Darkness).Clamp(0, 1));
    }

    /// <inheritdoc/>
    public override V PerFeature<V>(V row) => Enlarge(row.Reshape(-1, maps.Channels, maps.Height * maps.Width).Mean([1]));

    private V Describe<V>(V raw)
        where V : struct, IValue<V>
    {
        var logarithm = (raw.Reshape(-1, 1, shape.Height, shape.Width) + Darkness).Log();
        var rest = logarithm - logarithm.Mean([2], keepDims: true);
        var parts = new List<V>();
        foreach (var window in gather)
        {
            var changes = rest.Apply(change);
            parts.Add(((changes * changes).Apply(window) + Stillness).Log());
            rest = rest.Apply(halve);
        }

        return V.Concat(1, [.. parts, logarithm.Apply(gather[0])]).Reshape(-1, Size);
    }

    // Upsamples one value per cell to one per pixel, linearly between the centers of cells.
    private V Enlarge<V>(V positions)
        where V : struct, IValue<V>
    {
        var grid = positions.Reshape(-1, maps.Height, maps.Width);
        return grid.Weight(down).MatMul(grid).MatMul(grid.Weight(across)).Reshape(-1, RawSize);
    }

    // The Sobel filters, horizontal and vertical.
    private static Conv2d Changes()
    {
        using var frozen = no_grad();
        var layer = Conv2d(1, Directions, 3, padding: 1, padding_mode: PaddingModes.Replicate, bias: false);
        var across = tensor(new[] { -1f, 0, 1, -2, 0, 2, -1, 0, 1 }, [3, 3]) / Scalars.Get(8);
        layer.weight.copy_(stack([across, across.t()]).unsqueeze(1));
        layer.weight.requires_grad = false;
        return layer;
    }

    // [pixels, cells]: the weights of the two cells that a pixel lies between.
    private static Tensor Spread(int positions)
    {
        var weights = new float[positions * CellSize, positions];
        for (var pixel = 0; pixel < positions * CellSize; pixel++)
        {
            var position = Math.Clamp(((pixel + 0.5f) / CellSize) - 0.5f, 0, positions - 1);
            var (first, share) = ((int)position, position - (int)position);
            weights[pixel, first] += 1 - share;
            weights[pixel, Math.Min(first + 1, positions - 1)] += share;
        }

        return tensor(weights);
    }

    private (Tensor Mean, Tensor Deviation) Measure(Dataset train)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var (sum, squares) = (zeros(Size, dtype: ScalarType.Float64), zeros(Size, dtype: ScalarType.Float64));
        foreach (var rows in train.Chunks())
        {
            using var chunk = NewDisposeScope();
            var measured = Describe<TensorValue>(DatasetTensors.ToTensor(rows, RawSize)).Tensor.to(ScalarType.Float64);
            sum.Accumulate(measured.sum(dim: 0));
            squares.Accumulate(measured.Squared().sum(dim: 0));
        }

        var mean = sum / Scalars.Get(train.Count);
        var variance = (squares / Scalars.Get(train.Count)) - (mean * mean);
        return (Kept(mean), Kept(where(variance.gt(Scalars.Get(1e-12)), variance, ones_like(variance)).sqrt()));
    }

    private static Tensor Kept(Tensor values) => values.to(ScalarType.Float32).DetachFromDisposeScope();
}
