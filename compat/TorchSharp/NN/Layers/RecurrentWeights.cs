namespace TorchSharp.Modules;

/// <summary>The parameters of a recurrent layer, by their names, in the order in which ATen takes them.</summary>
internal sealed class RecurrentWeights
{
    private readonly string[] names;

    /// <summary>Fresh parameters, uniform within 1/√hidden of 0; a cell of LSTM has 4 gates, one of GRU 3.</summary>
    public RecurrentWeights(
        long gates, long inputSize, long hiddenSize, long numLayers, bool bias, bool bidirectional, torch.Device? device, torch.ScalarType? dtype,
        Action<string, Parameter> register)
    {
        var directions = bidirectional ? 2 : 1;
        var bound = 1 / Math.Sqrt(hiddenSize);
        var order = new List<string>();
        for (var layer = 0L; layer < numLayers; layer++)
        {
            foreach (var suffix in bidirectional ? new[] { "", "_reverse" } : [""])
            {
                var inputs = layer == 0 ? inputSize : hiddenSize * directions;
                Add($"weight_ih_l{layer}{suffix}", [gates * hiddenSize, inputs]);
                Add($"weight_hh_l{layer}{suffix}", [gates * hiddenSize, hiddenSize]);
                if (!bias) continue;
                Add($"bias_ih_l{layer}{suffix}", [gates * hiddenSize]);
                Add($"bias_hh_l{layer}{suffix}", [gates * hiddenSize]);
            }
        }

        names = [.. order];

        void Add(string name, long[] shape)
        {
            using var fresh = torch.empty(shape, dtype, device);
            var parameter = new Parameter(torch.nn.init.uniform_(fresh, -bound, bound));
            parameter.DetachFromDisposeScope();
            register(name, parameter);
            order.Add(name);
        }
    }

    /// <summary>The parameters as they are now; moving a module replaces them.</summary>
    public torch.Tensor[] Of(torch.nn.Module layer)
    {
        var current = layer.named_parameters(false).ToDictionary(entry => entry.name, entry => entry.parameter);
        return [.. names.Select(name => current[name])];
    }
}
