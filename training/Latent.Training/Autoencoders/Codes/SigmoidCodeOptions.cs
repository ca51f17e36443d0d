namespace Latent.Training.Autoencoders.Codes;

/// <summary>A code in (0, 1) whose numbers are mostly near 0, held there by <c>objective.sparsity</c> (the article, section 3; Ng 2011).</summary>
public sealed record SigmoidCodeOptions : CodeOptions
{
    internal override CodeLayer Create(long features, long size) => new PlainCode(features, size, CodeActivation.Sigmoid);
}
