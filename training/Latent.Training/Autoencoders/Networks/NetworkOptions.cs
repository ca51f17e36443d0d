using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>The options of the encoder and decoder networks; each kind of network has its own record.</summary>
public abstract record NetworkOptions
{
    /// <summary>Creates the layers from rows to features.</summary>
    /// <exception cref="ModelException">The options do not fit the rows.</exception>
    internal abstract EncoderNetwork CreateEncoder(RowShape row);

    /// <summary>Creates the layers from codes to rows.</summary>
    /// <param name="row">The shape of the rows to reconstruct.</param>
    /// <param name="encoder">The encoder created from these options.</param>
    /// <param name="code">The layer from features to codes, [latent, features].</param>
    internal abstract DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code);
}
