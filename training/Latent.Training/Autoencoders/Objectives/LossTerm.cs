namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The names of the terms of a loss, as in progress lines, metric files and reports.</summary>
public static class LossTerm
{
    /// <summary>The reconstruction loss.</summary>
    public const string Reconstruction = "reconstruction";

    /// <summary>The divergence of the posterior from the prior, in nats.</summary>
    public const string Divergence = "kl";

    /// <summary>The penalty on codes that are active too often.</summary>
    public const string Sparsity = "sparsity";

    /// <summary>The squared Frobenius norm of the encoder's Jacobian.</summary>
    public const string Contraction = "contraction";

    /// <summary>The squared error of images, in gray levels (of 255).</summary>
    public const string Distortion = "distortion";

    /// <summary>Bits per pixel.</summary>
    public const string Bits = "bits_per_pixel";

    /// <summary>The auxiliary loss of the dead latents of a sparse code.</summary>
    public const string Auxiliary = "auxiliary";
}
