using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>The number of tensors that a layer takes.</summary>
/// <param name="Inputs">All inputs, optional ones included.</param>
/// <param name="Alone">The numbers of inputs with which the layer can be exported by itself, ascending.</param>
internal sealed record Signature(int Inputs, params int[] Alone)
{
    /// <summary>A layer whose first inputs are required, and the others optional.</summary>
    public static Signature Create(int required, int optional = 0) =>
        new(required + optional, [.. Enumerable.Range(required, optional + 1)]);

    /// <summary>Rejects a number of inputs with which the layer cannot be exported by itself.</summary>
    /// <exception cref="ExportException">The number is another.</exception>
    public void Check(Module layer, int received)
    {
        if (!Alone.Contains(received))
            throw new ExportException(
                $"{ModuleNames.KindOf(layer)} takes {Range} input{(Alone[^1] == 1 ? "" : "s")}. Received {received}.");
    }

    private string Range =>
        Alone.Length == 1
            ? $"{Alone[0]}"
            : Alone[^1] - Alone[0] == Alone.Length - 1
            ? $"{Alone[0]} to {Alone[^1]}"
            : string.Join(" or ", Alone);
}
