namespace TorchSharp.Modules;

/// <summary>The parameters of a recurrent cell, in the order in which ATen takes them.</summary>
internal sealed class CellWeights
{
    private static readonly string[] Names = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];

    private readonly long hiddenSize;

    /// <summary>Fresh parameters, uniform within 1/√hidden of 0; a cell of LSTM has 4 gates, one of GRU 3, a plain one 1.</summary>
    public CellWeights(
        long gates, long inputSize, long hiddenSize, bool bias, torch.Device? device, torch.ScalarType? dtype, Action<string, Parameter> register)
    {
        this.hiddenSize = hiddenSize;
        var bound = 1 / Math.Sqrt(hiddenSize);
        long[][] shapes = [[gates * hiddenSize, inputSize], [gates * hiddenSize, hiddenSize], [gates * hiddenSize], [gates * hiddenSize]];
        foreach (var (name, shape) in Names.Zip(shapes).Take(bias ? 4 : 2))
        {
            using var fresh = torch.empty(shape, dtype, device);
            var parameter = new Parameter(torch.nn.init.uniform_(fresh, -bound, bound));
            parameter.DetachFromDisposeScope();
            register(name, parameter);
        }
    }

    /// <summary>The parameters as they are now, null for biases that are left out.</summary>
    public static torch.Tensor?[] Of(torch.nn.Module layer)
    {
        var current = layer.named_parameters(false).ToDictionary(entry => entry.name, entry => (torch.Tensor)entry.parameter);
        return [.. Names.Select(name => current.GetValueOrDefault(name))];
    }

    /// <summary>A first state.</summary>
    public torch.Tensor Zeros(torch.Tensor input) => torch.zeros([input.shape[0], hiddenSize], input.dtype, input.device);
}
