using Latent.Runtime;
using Latent.Shared;
using Latent.Training.Rows;
using static TorchSharp.torch;

namespace Latent.Training.Reports;

/// <summary>
/// The first two principal components of points (principal component analysis, Pearson 1901) by power iteration with
/// deflation: the second component is computed on the residual of the first.
/// </summary>
internal static class PrincipalComponents
{
    private const int Iterations = 200;

    // Below any norm that occurs in points, but not so small that a processor may flush it to 0.
    private const float MinLength = 1e-30f;

    /// <summary>Projects points onto the first two principal components.</summary>
    /// <param name="values">The points, row-major, at least one.</param>
    /// <param name="size">The dimension of the points, at least 1.</param>
    /// <returns>
    /// Two coordinates per point, and the share of the variance along each component; 0 for a component without variance.
    /// </returns>
    public static (IReadOnlyList<(float X, float Y)> Points, double XShare, double YShare) Project(float[] values, int size)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var points = DatasetTensors.ToTensor(values, size);                    // [rows, size]
        var centred = points - points.mean([0], keepdim: true);                 // [rows, size]
        var total = centred.Squared().sum().item<float>();
        var (x, rest) = Split(centred, stream: 0);
        var (y, _) = Split(rest, stream: 1);
        return ([.. ValuesOf(x).Zip(ValuesOf(y))], Share(x, total), Share(y, total));
    }

    private static (Tensor Along, Tensor Remaining) Split(Tensor centred, long stream)
    {
        var start = new float[centred.shape[1]];
        new PhiloxStream(seed: 0, stream).FillGaussian(0, start);
        var direction = DatasetTensors.ToTensor(start, 1);                      // [size, 1]
        for (var i = 0; i < Iterations; i++)
        {
            using var step = NewDisposeScope();
            direction = Unit(centred.t().matmul(centred.matmul(direction))).MoveToOuterDisposeScope();
        }

        var along = centred.matmul(direction);                                  // [rows, 1]
        return (along, centred - along.matmul(direction.t()));
    }

    // Points without variance have no direction and are all projected to 0.
    private static Tensor Unit(Tensor direction) => direction / direction.norm().clamp_min(Scalars.Get(MinLength));

    private static float[] ValuesOf(Tensor column) => column.contiguous().data<float>().ToArray();

    private static double Share(Tensor along, float total) => total > 0 ? along.Squared().sum().item<float>() / (double)total : 0;
}
