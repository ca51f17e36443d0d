namespace Latent.Training.Autoencoders.Networks;

/// <summary>The kind of network of encoder and decoder.</summary>
public enum NetworkKind
{
    /// <summary>Fully connected layers (<see cref="DenseOptions"/>).</summary>
    Dense,

    /// <summary>Convolutions that halve height and width, and their transposes (<see cref="ConvolutionalOptions"/>).</summary>
    Convolutional,

    /// <summary>Deep fully connected layers with skip connections (<see cref="ResidualOptions"/>).</summary>
    Residual,

    /// <summary>Convolutions, and self-attention over their output positions (<see cref="AttentionOptions"/>).</summary>
    Attention,
}
