namespace Latent.Runtime;

/// <summary>Encoded rows.</summary>
public sealed class LatentCodes
{
    internal LatentCodes(float[] mean, float[]? logVariance, int latentSize) =>
        (Mean, LogVariance, LatentSize) = (mean, logVariance, latentSize);

    /// <summary>The codes, row-major <c>[Count, LatentSize]</c>. For variational families the posterior mean, never a draw.</summary>
    public float[] Mean { get; }

    /// <summary>Logarithm of the posterior variance, <c>[Count, LatentSize]</c>; null for families without one.</summary>
    public float[]? LogVariance { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Mean.Length / LatentSize;

    /// <summary>Numbers in one code.</summary>
    public int LatentSize { get; }
}
