using Latent.Shared;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>
/// Tables with max_norm: TorchSharp rescales the rows that are looked up, and writes them back into the weights. It
/// does not expose the setting; looking up a long row shows it.
/// </summary>
internal static class NormLimit
{
    private const float Long = 1e15f;

    /// <summary>Rejects a layer that writes into its weights.</summary>
    /// <param name="graph">The graph that is being recorded.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="table">Its weights, [rows, features].</param>
    /// <param name="look">Looks up rows by index, [n].</param>
    /// <exception cref="ExportException">The layer was made with <c>max_norm</c>.</exception>
    public static void Reject(GraphBuilder graph, Module layer, Parameter table, Func<Tensor, Tensor> look)
    {
        if (table.device_type != DeviceType.META && IsKept(table, look))
            throw new ExportException(
                $"{graph.Locate(layer)} has max_norm: TorchSharp rescales rows of its weights when it looks them up, and a graph " +
                "cannot. Expected none: rescale all rows once, by a call over every token, and copy the weights into a layer without " +
                "max_norm.");
    }

    private static bool IsKept(Parameter table, Func<Tensor, Tensor> look)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var row = table.narrow(0, 0, 1);
        var values = row.clone();
        try
        {
            row.fill_(Scalars.Get(Long));
            look(zeros([1], int64, table.device));
            return !row.eq(Scalars.Get(Long)).all().item<bool>();
        }
        finally
        {
            row.copy_(values);
        }
    }
}
