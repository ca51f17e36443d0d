namespace Latent.Training.Autoencoders.Networks;

/// <summary>The layers between rows and codes, and back.</summary>
public enum NetworkKind
{
    /// <summary>Fully connected layers (<see cref="DenseOptions"/>).</summary>
    Dense,

    /// <summary>Convolutions that halve a picture, and their transposes (<see cref="ConvolutionalOptions"/>).</summary>
    Convolutional,

    /// <summary>Deep fully connected layers with skip connections (<see cref="ResidualOptions"/>).</summary>
    Residual,

    /// <summary>Convolutions, and self-attention over the positions of what they see (<see cref="AttentionOptions"/>).</summary>
    Attention,
}
