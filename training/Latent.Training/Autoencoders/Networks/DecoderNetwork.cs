using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>Layers from codes [batch, latent] to rows before their output activation, [batch, input].</summary>
/// <param name="name">The name of the module.</param>
public abstract class DecoderNetwork(string name) : PortableModule(name)
{
    /// <summary>Sets the bias of the last layer so that training starts at this row.</summary>
    /// <param name="preActivation">A row before its output activation, [input].</param>
    public abstract void StartAt(Tensor preActivation);
}
