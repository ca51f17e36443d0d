namespace Latent.Runtime;

/// <summary>Encoded rows.</summary>
public sealed class LatentCodes
{
    internal LatentCodes(float[] mean, float[]? logVariance, int latentSize) =>
        (Mean, LogVariance, LatentSize) = (mean, logVariance, latentSize);

    /// <summary>The codes, row-major <c>[Count, LatentSize]</c>. For variational families the posterior mean, never a sample.</summary>
    public float[] Mean { get; }

    /// <summary>The logarithm of the posterior variance, <c>[Count, LatentSize]</c>; null for families without a posterior.</summary>
    public float[]? LogVariance { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Mean.Length / LatentSize;

    /// <summary>The latent dimension.</summary>
    public int LatentSize { get; }
}
