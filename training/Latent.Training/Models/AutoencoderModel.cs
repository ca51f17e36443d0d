using Latent.Onnx;
using Latent.Training.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Models;

/// <summary>
/// An encoder and a decoder, written once over a value type, that training runs on tensors and export on graphs.
/// Inputs are raw rows; the <see cref="Normalizer"/> is part of the model.
/// </summary>
public abstract class AutoencoderModel : Module<Tensor, Tensor>
{
    private readonly Normalizer normalizer;

    /// <summary>Takes the parts that every family has.</summary>
    /// <param name="name">The name of the module.</param>
    /// <param name="normalizer">Scales raw rows.</param>
    /// <param name="inputSize">The number of features of a row.</param>
    /// <param name="latentSize">The number of numbers in a code.</param>
    /// <param name="output">What the decoder ends with.</param>
    protected AutoencoderModel(string name, Normalizer normalizer, long inputSize, long latentSize, OutputActivation output)
        : base(name)
    {
        this.normalizer = normalizer;
        InputSize = inputSize;
        LatentSize = latentSize;
        Output = output;
    }

    /// <summary>The family, as a recipe and a bundle name it.</summary>
    public abstract string Family { get; }

    /// <summary>Whether codes have a prior to sample from, and the encoder a variance.</summary>
    public abstract bool IsVariational { get; }

    /// <summary>Scales raw rows to model units and back.</summary>
    public Normalizer Normalizer => normalizer;

    /// <summary>The number of features of a row.</summary>
    public long InputSize { get; }

    /// <summary>The number of numbers in a code.</summary>
    public long LatentSize { get; }

    /// <summary>What the decoder ends with.</summary>
    public OutputActivation Output { get; }

    /// <summary>The bias of the decoder's last layer, [<see cref="InputSize"/>]: where reconstructions start before training.</summary>
    public abstract Tensor OutputBias { get; }

    /// <summary>The code of normalised rows.</summary>
    /// <param name="x">Normalised rows, [batch, <see cref="InputSize"/>].</param>
    public abstract Posterior<V> Encode<V>(V x)
        where V : struct, IValue<V>;

    /// <summary>The decoder's last layer before its output activation; the logits, where that is a sigmoid.</summary>
    /// <param name="code">Codes, [batch, <see cref="LatentSize"/>].</param>
    /// <returns>[batch, <see cref="InputSize"/>].</returns>
    public abstract V DecodePreActivation<V>(V code)
        where V : struct, IValue<V>;

    /// <summary>The normalised rows that codes stand for.</summary>
    /// <param name="code">Codes, [batch, <see cref="LatentSize"/>].</param>
    /// <returns>[batch, <see cref="InputSize"/>].</returns>
    public V Decode<V>(V code)
        where V : struct, IValue<V> =>
        Output.Apply(DecodePreActivation(code));

    /// <summary>Raw rows to their reconstruction, through the mean of the code.</summary>
    /// <param name="raw">Raw rows, [batch, <see cref="InputSize"/>].</param>
    /// <returns>Raw rows, [batch, <see cref="InputSize"/>].</returns>
    public V Reconstruct<V>(V raw)
        where V : struct, IValue<V> =>
        Normalizer.Denormalize(Decode(Encode(Normalizer.Normalize(raw)).Mean));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Reconstruct<TensorValue>(input).Tensor;
}
