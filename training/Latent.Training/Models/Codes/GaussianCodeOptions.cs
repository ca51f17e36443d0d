namespace Latent.Training.Models.Codes;

/// <summary>A code with a diagonal Gaussian posterior and a standard normal prior (Kingma and Welling 2014).</summary>
public sealed record GaussianCodeOptions : CodeOptions
{
    internal override CodeLayer Create(long features, long size) => new GaussianCode(features, size);
}
