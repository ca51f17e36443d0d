namespace Latent.Training.Autoencoders.Codes;

/// <summary>A code in (0, 1) whose latents are mostly near 0, kept there by <c>objective.sparsity</c> (Ng 2011).</summary>
public sealed record SigmoidCodeOptions : CodeOptions
{
    internal override CodeLayer Create(long features, long size) => new PlainCode(features, size, CodeActivation.Sigmoid);
}
