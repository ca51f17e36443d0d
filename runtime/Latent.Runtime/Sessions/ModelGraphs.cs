using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>The graphs of a bundle that the operations use, each with its tensors resolved by role.</summary>
internal sealed class ModelGraphs : IDisposable
{
    private readonly Bundle bundle;
    private readonly Device device;
    private readonly RuntimeOptions options;

    public ModelGraphs(Bundle bundle, Device device, RuntimeOptions options)
    {
        (this.bundle, this.device, this.options) = (bundle, device, options);
        Encode = Find("encode", TensorRole.Input, [TensorRole.Mean, TensorRole.Code], TensorRole.LogVariance);
        Decode = Find("decode", TensorRole.Code, [TensorRole.Reconstruction], null);
        Reconstruct = Find("reconstruct", TensorRole.Input, [TensorRole.Reconstruction], null);
        Score = Find("score", TensorRole.Input, [TensorRole.Score], TensorRole.Errors);
        CheckSizes();
    }

    public ModelGraph? Encode { get; }

    public ModelGraph? Decode { get; }

    public ModelGraph? Reconstruct { get; }

    public ModelGraph? Score { get; }

    /// <summary>Creates the graphs of a bundle; on a GPU opens one of them, which fails if the GPU cannot be used.</summary>
    /// <exception cref="DeviceException">The device cannot be used.</exception>
    public static ModelGraphs Open(Bundle bundle, Device device, RuntimeOptions options)
    {
        var graphs = new ModelGraphs(bundle, device, options);
        if (device.Kind == DeviceKind.Cuda)
            (graphs.Encode ?? graphs.Decode ?? graphs.Reconstruct ?? graphs.Score)?.Open();
        return graphs;
    }

    public void Dispose()
    {
        Encode?.Dispose();
        Decode?.Dispose();
        Reconstruct?.Dispose();
        Score?.Dispose();
    }

    private ModelGraph? Find(string role, string inputRole, string[] firstRoles, string? secondRole)
    {
        if (!bundle.Manifest.Graphs.TryGetValue(role, out var graph))
            return null;

        var where = $"{Path.Combine(bundle.Folder, "bundle.json")}, $.graphs.{role}";
        if (graph.Inputs.Count != 1 || graph.Inputs[0].Role != inputRole)
            throw Unknown(where, $"one input of role {inputRole}", graph.Inputs);

        var first = graph.Outputs.FirstOrDefault(output => firstRoles.Contains(output.Role))
            ?? throw Unknown(where, $"an output of role {string.Join(" or ", firstRoles)}", graph.Outputs);
        var second = graph.Outputs.FirstOrDefault(output => output.Role == secondRole);
        return new(
            bundle.GetPath(graph),
            GraphPort.Create(graph.Inputs[0], where),
            GraphPort.Create(first, where),
            second is null ? null : GraphPort.Create(second, where),
            device,
            options);
    }

    private void CheckSizes()
    {
        var row = bundle.Manifest.Input.RowSize;
        var code = (int)bundle.Manifest.Latent.Size;
        CheckSizes("encode", Encode, row, code, code);
        CheckSizes("decode", Decode, code, row, 0);
        CheckSizes("reconstruct", Reconstruct, row, row, 0);
        CheckSizes("score", Score, row, 1, row);
    }

    private void CheckSizes(string role, ModelGraph? graph, int input, int first, int second)
    {
        foreach (var (port, size) in new[] { (graph?.Input, input), (graph?.First, first), (graph?.Second, second) })
        {
            if (port is not null && port.RowSize != size)
                throw new BundleException(
                    "The shapes in the manifest do not match.",
                    $"{Path.Combine(bundle.Folder, "bundle.json")}, $.graphs.{role}, tensor '{port.Tensor.Name}'",
                    $"{size} values per row, from $.input.shape and $.latent.size",
                    $"shape [{string.Join(", ", port.Tensor.Shape)}]",
                    Fixes.WriteAgain);
        }
    }

    private static BundleException Unknown(string where, string expected, IReadOnlyList<TensorEntry> received) => new(
        "A graph does not have the tensors that its role requires.", where, expected,
        received.Count == 0
            ? "none"
            : string.Join(", ", received.Select(tensor => $"'{tensor.Name}' of role {tensor.Role}")), Fixes.WriteAgain);
}
