namespace Latent.Training.Autoencoders.Codes;

/// <summary>A deterministic code.</summary>
public sealed record PlainCodeOptions : CodeOptions
{
    /// <summary>The nonlinearity of the code. Default: identity.</summary>
    public CodeActivation CodeActivation { get; init; } = CodeActivation.Identity;

    internal override CodeLayer Create(long features, long size) => new PlainCode(features, size, CodeActivation);
}
