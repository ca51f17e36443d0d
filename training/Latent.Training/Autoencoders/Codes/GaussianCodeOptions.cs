namespace Latent.Training.Autoencoders.Codes;

/// <summary>A code with a diagonal Gaussian posterior and a standard normal prior (Kingma and Welling 2014).</summary>
public sealed record GaussianCodeOptions : CodeOptions
{
    /// <summary>The initial log-variance; well below 0, training starts nearly without noise. Default: near 0.</summary>
    public double? StartLogVariance { get; init; }

    internal override CodeLayer Create(long features, long size) => new GaussianCode(features, size, StartLogVariance);
}
