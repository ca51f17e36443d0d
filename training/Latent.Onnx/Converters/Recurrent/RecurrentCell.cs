using static TorchSharp.torch;

namespace Latent.Onnx.Converters;

/// <summary>A kind of recurrent cell in ONNX.</summary>
/// <param name="Op">The operator.</param>
/// <param name="GateOrder">For each gate of ONNX, its position in PyTorch.</param>
/// <param name="StateCount">The number of states passed from step to step.</param>
internal sealed record RecurrentCell(string Op, IReadOnlyList<int> GateOrder, int StateCount)
{
    /// <summary>The attributes besides direction and size.</summary>
    public IReadOnlyList<(string Name, object Value)> Attributes { get; init; } = [];

    /// <summary>A parameter, [gates · hidden, ...], with its gates in the order of ONNX.</summary>
    public Tensor Reorder(Tensor parameter)
    {
        var gates = parameter.chunk(GateOrder.Count, 0);
        return cat([.. GateOrder.Select(position => gates[position])]);
    }
}
