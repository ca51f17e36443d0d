using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>The layers between rows and codes, and back; each kind of network has a record of its own.</summary>
public abstract record NetworkOptions
{
    /// <summary>Makes the layers from rows to features.</summary>
    /// <exception cref="ModelException">The options do not fit the rows.</exception>
    internal abstract EncoderNetwork CreateEncoder(RowShape row);

    /// <summary>Makes the layers from codes to rows.</summary>
    /// <param name="row">What is drawn.</param>
    /// <param name="encoder">The encoder that these options made.</param>
    /// <param name="code">The layer from features to codes, [latent, features].</param>
    internal abstract DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code);
}
