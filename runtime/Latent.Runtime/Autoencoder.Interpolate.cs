using System.Globalization;

namespace Latent.Runtime;

/// <content>Interpolation between two rows.</content>
public sealed partial class Autoencoder
{
    private const int MinSteps = 2;

    /// <summary>Interpolates between the codes of two rows and decodes the points, both ends included.</summary>
    /// <param name="from">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="to">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="steps">The number of points, 2 or more.</param>
    /// <param name="kind">The interpolation path. Default: linear.</param>
    /// <returns><c>[steps, InputSize]</c> rows.</returns>
    public float[] Interpolate(
        ReadOnlySpan<float> from, ReadOnlySpan<float> to, int steps, InterpolationKind kind = InterpolationKind.Linear)
    {
        if (steps < MinSteps)
            throw new InputException(
                "The number of steps is out of range.", "Interpolate", nameof(steps), $"{MinSteps} or more",
                steps.ToString(CultureInfo.InvariantCulture), "pass 2 or more: both ends count as steps.");
        var rows = RowArguments.NewArray(steps, InputSize, "Interpolate", nameof(steps));
        Interpolate(from, to, rows, kind);
        return rows;
    }

    /// <summary>Interpolates between the codes of two rows and decodes the points, into the caller's memory.</summary>
    /// <param name="from">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="to">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="rows">Receives <c>[steps, InputSize]</c> rows; its length determines the number of points, 2 or more.</param>
    /// <param name="kind">The interpolation path. Default: linear.</param>
    public void Interpolate(
        ReadOnlySpan<float> from, ReadOnlySpan<float> to, Span<float> rows, InterpolationKind kind = InterpolationKind.Linear)
    {
        using var use = lifetime.Enter();
        var encode = requirements.Graph(graphs.Encode, "Interpolate", "encode");
        var decode = requirements.Graph(graphs.Decode, "Interpolate", "decode");
        RowArguments.CheckOneRow(from, InputSize, "Interpolate", nameof(from), Manifest.Input.Features);
        RowArguments.CheckOneRow(to, InputSize, "Interpolate", nameof(to), Manifest.Input.Features);
        if (rows.Length / InputSize < MinSteps || rows.Length % InputSize != 0)
            throw new ShapeException(
                "The destination does not hold a whole number of rows, 2 or more.", "Interpolate", nameof(rows),
                $"a multiple of {InputSize} values, {InputSize} per row", $"{rows.Length} values", "pass a span for whole rows.");

        var steps = rows.Length / InputSize;
        using var ends = new PooledBuffer(2L * LatentSize);
        using var codes = new PooledBuffer((long)steps * LatentSize);
        encode.Run(from, 1, ends.Span[..LatentSize]);
        encode.Run(to, 1, ends.Span[LatentSize..]);
        LatentPath.Fill(ends.Span[..LatentSize], ends.Span[LatentSize..], steps, kind, codes.Span);
        decode.Run(codes.Span, steps, rows);
    }
}
