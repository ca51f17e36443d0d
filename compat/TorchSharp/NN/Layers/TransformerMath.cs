using System.Runtime.InteropServices;

namespace TorchSharp.Modules;

/// <summary>What attention and transformer layers compute (Vaswani et al., arXiv:1706.03762), normalised behind each part.</summary>
/// <param name="layer">The module that owns the parameters.</param>
/// <param name="heads">The number of heads.</param>
/// <param name="dropout">The probability of dropout.</param>
internal sealed class TransformerMath(torch.nn.Module layer, long heads, double dropout)
{
    private readonly Dictionary<string, torch.Tensor> parameters =
        layer.named_parameters(false).ToDictionary(entry => entry.name, entry => (torch.Tensor)entry.parameter);

    /// <summary>Attention of [steps, batch, size] to [keys, batch, size].</summary>
    /// <param name="prefix">What stands before the names of its parameters.</param>
    /// <param name="query">What asks.</param>
    /// <param name="key">What is asked, of as many features as the value: LibTorch runs no other.</param>
    /// <param name="value">What answers.</param>
    /// <param name="padding">[batch, keys], true for keys that are left out.</param>
    /// <param name="mask">[steps, keys], added to the scores; LibTorch takes no third dimension.</param>
    /// <param name="zeroKey">Whether a key and a value of zeros are added.</param>
    /// <returns>The answers, and the weights, a mean over the heads.</returns>
    public (torch.Tensor Output, torch.Tensor Weights) Attend(
        string prefix, torch.Tensor query, torch.Tensor key, torch.Tensor value, torch.Tensor? padding, torch.Tensor? mask, bool zeroKey = false)
    {
        if (!key.shape.SequenceEqual(value.shape))
            throw new ExternalException($"key.sizes() == value.sizes() INTERNAL ASSERT FAILED: keys are [{string.Join(", ", key.shape)}], values [{string.Join(", ", value.shape)}].");
        var (steps, rows) = (query.shape[0], query.shape[1]);
        var (q, k, v) = (Project(prefix, "q", 0, query), Project(prefix, "k", 1, key), Project(prefix, "v", 2, value));
        if (Find($"{prefix}bias_k") is { } keyBias)
            (k, v, padding, mask) = Extended(k, v, keyBias.expand(1, rows, -1), Find($"{prefix}bias_v")!.expand(1, rows, -1), padding, mask);
        if (zeroKey)
            (k, v, padding, mask) = Extended(k, v, torch.zeros(1, rows, k.shape[2]), torch.zeros(1, rows, v.shape[2]), padding, mask);

        var size = q.shape[2] / heads;
        var scores = Split(q, size).mul(1 / Math.Sqrt(size)).matmul(Split(k, size).transpose(2, 3));
        if (mask is not null) scores = scores.flatten(0, 1).add_(mask.unsqueeze(0)).reshape(scores.shape);
        if (padding is not null) scores = scores.masked_fill(padding.unsqueeze(1).unsqueeze(2), float.NegativeInfinity);
        var weights = Drop(scores.softmax(-1));
        var merged = weights.matmul(Split(v, size)).permute(2, 0, 1, 3).reshape(steps, rows, heads * size);
        return (Linear($"{prefix}out_proj.", merged), weights.mean([1L]));
    }

    /// <summary>One layer of an encoder.</summary>
    public torch.Tensor Encode(string prefix, torch.Tensor x, torch.nn.Activations activation, torch.Tensor? mask, torch.Tensor? padding)
    {
        x = Norm($"{prefix}norm1.", x + Drop(Attend($"{prefix}self_attn.", x, x, x, padding, mask).Output));
        return Norm($"{prefix}norm2.", x + Drop(FeedForward(prefix, x, activation)));
    }

    /// <summary>One layer of a decoder.</summary>
    public torch.Tensor Decode(
        string prefix, torch.Tensor x, torch.Tensor memory, torch.nn.Activations activation,
        torch.Tensor? mask, torch.Tensor? memoryMask, torch.Tensor? padding, torch.Tensor? memoryPadding)
    {
        x = Norm($"{prefix}norm1.", x + Drop(Attend($"{prefix}self_attn.", x, x, x, padding, mask).Output));
        x = Norm($"{prefix}norm2.", x + Drop(Attend($"{prefix}multihead_attn.", x, memory, memory, memoryPadding, memoryMask).Output));
        return Norm($"{prefix}norm3.", x + Drop(FeedForward(prefix, x, activation)));
    }

    /// <summary>A layer norm over the features.</summary>
    public torch.Tensor Norm(string prefix, torch.Tensor x) =>
        torch.nn.functional.layer_norm(x, [x.shape[^1]], parameters[$"{prefix}weight"], parameters[$"{prefix}bias"]);

    private static (torch.Tensor, torch.Tensor, torch.Tensor?, torch.Tensor?) Extended(
        torch.Tensor key, torch.Tensor value, torch.Tensor moreKey, torch.Tensor moreValue, torch.Tensor? padding, torch.Tensor? mask) =>
        (torch.cat([key, moreKey], 0), torch.cat([value, moreValue], 0),
            padding is null ? null : torch.cat([padding, torch.zeros(padding.shape[0], 1, padding.dtype)], 1),
            mask is null ? null : torch.cat([mask, torch.zeros(mask.shape[0], 1, mask.dtype)], 1));

    private torch.Tensor? Find(string name) => parameters.GetValueOrDefault(name);

    private torch.Tensor Project(string prefix, string name, int part, torch.Tensor x)
    {
        var weight = Find($"{prefix}in_proj_weight")?.chunk(3, 0)[part] ?? parameters[$"{prefix}{name}_proj_weight"];
        return torch.nn.functional.linear(x, weight, Find($"{prefix}in_proj_bias")?.chunk(3, 0)[part]);
    }

    // [steps, batch, size] to [batch, heads, steps, size of a head]
    private torch.Tensor Split(torch.Tensor x, long size) => x.reshape(x.shape[0], x.shape[1], heads, size).permute(1, 2, 0, 3);

    private torch.Tensor Linear(string prefix, torch.Tensor x) =>
        torch.nn.functional.linear(x, parameters[$"{prefix}weight"], Find($"{prefix}bias"));

    private torch.Tensor FeedForward(string prefix, torch.Tensor x, torch.nn.Activations activation)
    {
        var hidden = Linear($"{prefix}linear1.", x);
        return Linear($"{prefix}linear2.", Drop(activation == torch.nn.Activations.GELU ? hidden.gelu() : hidden.relu()));
    }

    private torch.Tensor Drop(torch.Tensor x) => torch.nn.functional.dropout(x, dropout, layer.training);
}
