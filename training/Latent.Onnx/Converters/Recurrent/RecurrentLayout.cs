using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// The settings of a recurrent layer. TorchSharp does not expose them; the names and sizes of the parameters reveal all
/// but whether the batch comes first, which a run over two short sequences shows.
/// </summary>
/// <param name="Layers">The number of layers.</param>
/// <param name="HiddenSize">The number of features of a state.</param>
/// <param name="HasBias">Whether there are biases.</param>
/// <param name="IsBidirectional">Whether sequences are read in both directions.</param>
/// <param name="IsBatchFirst">Whether sequences are [batch, steps, features]; else [steps, batch, features].</param>
internal sealed record RecurrentLayout(int Layers, long HiddenSize, bool HasBias, bool IsBidirectional, bool IsBatchFirst)
{
    private static readonly ConditionalWeakTable<Module, RecurrentLayout> Known = [];

    /// <summary>The number of input features.</summary>
    public required long InputSize { get; init; }

    /// <summary>The suffixes of the parameters' names, one per direction.</summary>
    public IReadOnlyList<string> Directions => IsBidirectional ? ["", "_reverse"] : [""];

    public static RecurrentLayout From(LSTM layer) => Known.GetValue(layer, _ => Read(layer, x => layer.forward(x).Item2));

    public static RecurrentLayout From(GRU layer) => Known.GetValue(layer, _ => Read(layer, x => layer.forward(x, null!).Item2));

    public static RecurrentLayout From(RNN layer) => Known.GetValue(layer, _ => Read(layer, x => layer.forward(x, null).Item2));

    private static RecurrentLayout Read(Module layer, Func<Tensor, Tensor> lastStates)
    {
        var weights = layer.state_dict();
        var (first, recurrent) = (weights["weight_ih_l0"], weights["weight_hh_l0"]);
        var inputSize = first.shape[1];
        return new RecurrentLayout(
            weights.Keys.Count(
                key => key.StartsWith("weight_hh_l", StringComparison.Ordinal) && !key.EndsWith("_reverse", StringComparison.Ordinal)),
            recurrent.shape[1],
            weights.ContainsKey("bias_ih_l0"),
            weights.ContainsKey("weight_hh_l0_reverse"),
            TakesBatchFirst(layer, first, lastStates))
        {
            InputSize = inputSize,
        };
    }

    private static bool TakesBatchFirst(Module layer, Tensor weight, Func<Tensor, Tensor> lastStates)
    {
        const long Rows = 2;
        const long Steps = 3;
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var wasTraining = layer.training;
        layer.eval();
        var states = lastStates(zeros([Rows, Steps, weight.shape[1]], weight.dtype, weight.device));
        layer.train(wasTraining);
        return states.shape[1] == Rows;
    }
}
