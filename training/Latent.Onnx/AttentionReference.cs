using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>What transformer layers compute, of their parameters and a number of heads, without masks.</summary>
internal sealed class AttentionReference(IReadOnlyDictionary<string, Tensor> weights, long heads)
{
    /// <summary>Attention of [steps, batch, features].</summary>
    public Tensor Attend(string prefix, Tensor query, Tensor key, Tensor value)
    {
        var (q, k, v) = (Split(Project(prefix, "q", 0, query)), Split(Project(prefix, "k", 1, key)), Split(Project(prefix, "v", 2, value)));
        var scores = q.matmul(k.transpose(2, 3)) / MathF.Sqrt(q.shape[3]);
        var merged = scores.softmax(-1).matmul(v).permute(2, 0, 1, 3).reshape(query.shape[0], query.shape[1], -1);
        return Dense($"{prefix}out_proj.", merged);
    }

    /// <summary>A layer of an encoder.</summary>
    public Tensor Encode(string prefix, Tensor x, bool isGelu)
    {
        x = Norm($"{prefix}norm1.", x + Attend($"{prefix}self_attn.", x, x, x));
        return Norm($"{prefix}norm2.", x + FeedForward(prefix, x, isGelu));
    }

    /// <summary>A layer of a decoder.</summary>
    public Tensor Decode(string prefix, Tensor x, Tensor memory, bool isGelu)
    {
        x = Norm($"{prefix}norm1.", x + Attend($"{prefix}self_attn.", x, x, x));
        x = Norm($"{prefix}norm2.", x + Attend($"{prefix}multihead_attn.", x, memory, memory));
        return Norm($"{prefix}norm3.", x + FeedForward(prefix, x, isGelu));
    }

    // [steps, batch, features] to [batch, heads, steps, features of a head]
    private Tensor Split(Tensor x) => x.reshape(x.shape[0], x.shape[1], heads, -1).permute(1, 2, 0, 3);

    private Tensor Project(string prefix, string name, int part, Tensor x)
    {
        var weight = weights.TryGetValue($"{prefix}in_proj_weight", out var joint) ? joint.chunk(3, 0)[part] : weights[$"{prefix}{name}_proj_weight"];
        return functional.linear(x, weight, weights.TryGetValue($"{prefix}in_proj_bias", out var bias) ? bias.chunk(3, 0)[part] : null);
    }

    private Tensor Dense(string prefix, Tensor x) => functional.linear(x, weights[$"{prefix}weight"], weights.GetValueOrDefault($"{prefix}bias"));

    private Tensor FeedForward(string prefix, Tensor x, bool isGelu)
    {
        var hidden = Dense($"{prefix}linear1.", x);
        return Dense($"{prefix}linear2.", isGelu ? functional.gelu(hidden) : functional.relu(hidden));
    }

    private Tensor Norm(string prefix, Tensor x) => functional.layer_norm(x, [x.shape[^1]], weights[$"{prefix}weight"], weights[$"{prefix}bias"]);
}
