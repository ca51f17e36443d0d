namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The names of the parts of a loss, as progress lines, metric files and reports write them.</summary>
public static class LossTerm
{
    /// <summary>How far reconstructions are from their rows.</summary>
    public const string Reconstruction = "reconstruction";

    /// <summary>The divergence of the posterior from the prior, in nats.</summary>
    public const string Divergence = "kl";

    /// <summary>The penalty on codes that are active too often.</summary>
    public const string Sparsity = "sparsity";

    /// <summary>The squared Frobenius norm of the encoder's Jacobian.</summary>
    public const string Contraction = "contraction";

    /// <summary>The squared error of pictures in grey levels of 255.</summary>
    public const string Distortion = "distortion";

    /// <summary>Bits that a pixel takes.</summary>
    public const string Bits = "bits_per_pixel";

    /// <summary>What dead numbers of a sparse code leave over when they help to draw.</summary>
    public const string Auxiliary = "auxiliary";
}
