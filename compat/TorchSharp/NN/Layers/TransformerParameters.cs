namespace TorchSharp.Modules;

/// <summary>
/// The parameters of attention and of transformer layers. As in the genuine package they belong to the outermost module,
/// under names with dots, and the modules inside are not to be seen.
/// </summary>
/// <param name="register">Registers a parameter.</param>
internal sealed class TransformerParameters(Action<string, Parameter> register)
{
    private Parameter? last;

    /// <summary>The parameters of multi-head attention: projections of one matrix where all sizes are equal, of three where not.</summary>
    public void AddAttention(string prefix, long size, bool bias, bool biasKeys, long keySize, long valueSize)
    {
        if (keySize == size && valueSize == size)
        {
            Add($"{prefix}in_proj_weight", torch.nn.init.xavier_uniform_(torch.empty(3 * size, size)));
        }
        else
        {
            foreach (var (name, inputs) in new[] { ("q", size), ("k", keySize), ("v", valueSize) })
                Add($"{prefix}{name}_proj_weight", torch.nn.init.xavier_uniform_(torch.empty(size, inputs)));
        }

        if (bias) Add($"{prefix}in_proj_bias", torch.zeros(3 * size));
        if (biasKeys)
        {
            Add($"{prefix}bias_k", torch.nn.init.xavier_normal_(torch.empty(1, 1, size)));
            Add($"{prefix}bias_v", torch.nn.init.xavier_normal_(torch.empty(1, 1, size)));
        }

        AddLinear($"{prefix}out_proj.", size, size, bias);
        if (bias)
            torch.nn.init.zeros_(last!);
    }

    /// <summary>The parameters of a linear layer.</summary>
    public void AddLinear(string prefix, long inputs, long outputs, bool bias = true)
    {
        var bound = 1 / Math.Sqrt(inputs);
        Add($"{prefix}weight", torch.nn.init.uniform_(torch.empty(outputs, inputs), -bound, bound));
        if (bias) Add($"{prefix}bias", torch.nn.init.uniform_(torch.empty(outputs), -bound, bound));
    }

    /// <summary>The parameters of a layer norm.</summary>
    public void AddNorm(string prefix, long size)
    {
        Add($"{prefix}weight", torch.ones(size));
        Add($"{prefix}bias", torch.zeros(size));
    }

    private void Add(string name, torch.Tensor fresh)
    {
        last = new Parameter(fresh);
        last.DetachFromDisposeScope();
        register(name, last);
    }
}
