using Latent.Shared;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>Computes attention and transformer layers in evaluation mode from their parameters and settings.</summary>
/// <param name="weights">The parameters.</param>
/// <param name="layout">The layer's settings.</param>
/// <param name="seen">Receives every part: its path, input and output. Default: null.</param>
internal sealed class AttentionReference(
    IReadOnlyDictionary<string, Tensor> weights, AttentionLayout layout, Action<string, Tensor, Tensor>? seen = null)
{
    // A Transformer takes two sequences, three masks and three paddings.
    private const int MaxLength = 8;

    /// <summary>The output of a layer.</summary>
    /// <param name="layer">The layer, for its kind.</param>
    /// <param name="inputs">The inputs, in the order of its converter; omitted ones are null, or missing at the end.</param>
    public Tensor Run(Module layer, IReadOnlyList<Tensor?> inputs)
    {
        Tensor?[] x = [.. inputs, .. new Tensor?[MaxLength - inputs.Count]];
        return layer switch
        {
            MultiheadAttention _ => Attend("", x[0]!, x[1]!, x[2]!, x[3], x[4]),
            TransformerEncoderLayer _ => Encode("", x[0]!, x[1], x[2]),
            TransformerEncoder _ => Encoder("", x[0]!, x[1], x[2]),
            TransformerDecoderLayer _ => Decode("", x[0]!, x[1]!, x[2], x[3], x[4], x[5]),
            TransformerDecoder _ => Decoder("", x[0]!, x[1]!, x[2], x[3], x[4], x[5]),
            _ => Decoder("decoder.", x[1]!, Encoder("encoder.", x[0]!, x[2], x[5]), x[3], x[4], x[6], x[7]),
        };
    }

    private Tensor Encoder(string prefix, Tensor x, Tensor? mask, Tensor? padding)
    {
        for (var i = 0; weights.ContainsKey($"{prefix}layers.{i}.norm1.weight"); i++)
            x = Seen($"{prefix}layers.{i}", x, Encode($"{prefix}layers.{i}.", x, mask, padding));
        return Last(prefix, x);
    }

    private Tensor Decoder(string prefix, Tensor x, Tensor memory, Tensor? mask, Tensor? memoryMask, Tensor? padding, Tensor? memoryPadding)
    {
        for (var i = 0; weights.ContainsKey($"{prefix}layers.{i}.norm1.weight"); i++)
            x = Seen($"{prefix}layers.{i}", x, Decode($"{prefix}layers.{i}.", x, memory, mask, memoryMask, padding, memoryPadding));
        return Last(prefix, x);
    }

    // The stacks of a Transformer end in a layer norm of their own.
    private Tensor Last(string prefix, Tensor x) => weights.ContainsKey($"{prefix}norm.weight") ? Norm($"{prefix}norm", x) : x;

    private Tensor Encode(string prefix, Tensor x, Tensor? mask, Tensor? padding)
    {
        x = Norm($"{prefix}norm1", x.Plus(Attend($"{prefix}self_attn.", x, x, x, padding, mask)));
        return Norm($"{prefix}norm2", x.Plus(FeedForward(prefix, x)));
    }

    private Tensor Decode(string prefix, Tensor x, Tensor memory, Tensor? mask, Tensor? memoryMask, Tensor? padding, Tensor? memoryPadding)
    {
        x = Norm($"{prefix}norm1", x.Plus(Attend($"{prefix}self_attn.", x, x, x, padding, mask)));
        x = Norm($"{prefix}norm2", x.Plus(Attend($"{prefix}multihead_attn.", x, memory, memory, memoryPadding, memoryMask)));
        return Norm($"{prefix}norm3", x.Plus(FeedForward(prefix, x)));
    }

    // [steps, batch, features]; a learned key, and one of zeros, follow the given ones, and no mask hides them.
    private Tensor Attend(string prefix, Tensor query, Tensor key, Tensor value, Tensor? padding, Tensor? mask)
    {
        var (q, k, v) = (Split(Project(prefix, "q", 0, query)), Split(Project(prefix, "k", 1, key)), Split(Project(prefix, "v", 2, value)));
        var scores = Scores(q, k);
        if (mask is not null)
            scores = scores.Plus(mask);
        if (padding is not null)
            scores = scores.masked_fill(padding.to(ScalarType.Bool).unsqueeze(1).unsqueeze(2), Scalars.Get(double.NegativeInfinity));
        if (weights.TryGetValue($"{prefix}bias_k", out var added))
            (scores, v) = (
                cat([scores, Scores(q, Split(added))], -1), cat([v, Split(weights[$"{prefix}bias_v"]).expand(v.shape[0], -1, -1, -1)], 2));
        if (layout.HasZeroKey)
            (scores, v) = (cat([scores, zeros_like(scores.narrow(-1, 0, 1))], -1), cat([v, zeros_like(v.narrow(2, 0, 1))], 2));
        return Dense($"{prefix}out_proj", scores.softmax(-1).matmul(v).permute(2, 0, 1, 3).reshape(query.shape[0], query.shape[1], -1));
    }

    private static Tensor Scores(Tensor q, Tensor k) => q.matmul(k.transpose(2, 3)) / Scalars.Get(MathF.Sqrt(q.shape[3]));

    // [steps, batch, features] to [batch, heads, steps, features of a head]
    private Tensor Split(Tensor x) => x.reshape(x.shape[0], x.shape[1], layout.Heads, -1).permute(1, 2, 0, 3);

    private Tensor Project(string prefix, string name, int part, Tensor x)
    {
        var weight = weights.TryGetValue($"{prefix}in_proj_weight", out var joint)
            ? joint.chunk(3, 0)[part]
            : weights[$"{prefix}{name}_proj_weight"];
        var bias = weights.TryGetValue($"{prefix}in_proj_bias", out var all) ? all.chunk(3, 0)[part] : null;
        return Seen($"{prefix}{name}_proj", x, functional.linear(x, weight, bias));
    }

    private Tensor Dense(string path, Tensor x) =>
        Seen(path, x, functional.linear(x, weights[$"{path}.weight"], weights.GetValueOrDefault($"{path}.bias")));

    private Tensor FeedForward(string prefix, Tensor x)
    {
        var hidden = Dense($"{prefix}linear1", x);
        return Dense($"{prefix}linear2", layout.IsGelu ? functional.gelu(hidden) : functional.relu(hidden));
    }

    private Tensor Norm(string path, Tensor x) =>
        Seen(path, x, functional.layer_norm(x, [x.shape[^1]], weights[$"{path}.weight"], weights[$"{path}.bias"]));

    private Tensor Seen(string path, Tensor input, Tensor output)
    {
        seen?.Invoke(path, input, output);
        return output;
    }
}
