using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// The settings of an attention or transformer layer. TorchSharp does not expose them; a run over a short sequence is compared
/// with the result of each number of heads and each nonlinearity.
/// </summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="IsGelu">Whether the nonlinearity between the dense layers is GELU; else it is ReLU.</param>
/// <param name="HasZeroKey">Whether attention adds a key and a value of zeros.</param>
internal sealed record AttentionLayout(long Heads, bool IsGelu, bool HasZeroKey)
{
    private const long Steps = 4;
    private const long Keys = 3;
    private const long Rows = 2;
    private const ulong Seed = 1;

    // A wrong number of heads differs by the size of the values; rounding is far smaller.
    private const float Rounding = 1e-3f;

    private static readonly (bool IsGelu, bool HasZeroKey)[] Attentions = [(false, false), (false, true)];
    private static readonly (bool IsGelu, bool HasZeroKey)[] Transformers = [(false, false), (true, false)];

    public static AttentionLayout From(MultiheadAttention layer)
    {
        var weights = layer.state_dict();
        var (size, keySize, valueSize) = (weights["out_proj.weight"].shape[0], InputsOf(weights, "k"), InputsOf(weights, "v"));
        if (keySize != valueSize)
            throw new ExportException(
                $"{ModuleNames.KindOf(layer)} was made for keys of {keySize} features and values of {valueSize}. Expected equal sizes: " +
                "TorchSharp runs no others.");
        return Find(layer, size, Attentions, [(Steps, size), (Keys, keySize), (Keys, keySize)], x => layer.call(x[0], x[1], x[2]).Item1);
    }

    public static AttentionLayout From(TransformerEncoderLayer layer) => Encoder(layer, x => layer.call(x));

    public static AttentionLayout From(TransformerEncoder layer) => Encoder(layer, x => layer.call(x));

    public static AttentionLayout From(TransformerDecoderLayer layer) => Decoder(layer, (x, memory) => layer.call(x, memory));

    public static AttentionLayout From(TransformerDecoder layer) => Decoder(layer, (x, memory) => layer.call(x, memory));

    public static AttentionLayout From(Transformer layer) => Decoder(layer, (source, target) => layer.call(source, target));

    private static AttentionLayout Encoder(Module layer, Func<Tensor, Tensor> run)
    {
        var size = SizeOf(layer);
        return Find(layer, size, Transformers, [(Steps, size)], x => run(x[0]));
    }

    private static AttentionLayout Decoder(Module layer, Func<Tensor, Tensor, Tensor> run)
    {
        var size = SizeOf(layer);
        return Find(layer, size, Transformers, [(Steps, size), (Keys, size)], x => run(x[0], x[1]));
    }

    private static long InputsOf(IReadOnlyDictionary<string, Tensor> weights, string name) =>
        (weights.TryGetValue("in_proj_weight", out var joint) ? joint : weights[$"{name}_proj_weight"]).shape[1];

    // Every transformer ends in a layer norm.
    private static long SizeOf(Module transformer) =>
        transformer.state_dict().First(entry => entry.Key.Contains("norm", StringComparison.Ordinal)).Value.shape[0];

    private static AttentionLayout Find(
        Module layer, long size, (bool IsGelu, bool HasZeroKey)[] kinds, (long Steps, long Features)[] inputs, Func<Tensor[], Tensor> run)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var generator = new Generator(Seed);
        var weights = layer.state_dict();
        var device = weights.Values.First().device;
        Tensor[] x = [.. inputs.Select(input => randn([input.Steps, Rows, input.Features], generator: generator).to(device))];
        var wasTraining = layer.training;
        layer.eval();
        var expected = run(x);
        layer.train(wasTraining);

        var heads = Enumerable.Range(1, (int)size).Where(count => size % count == 0);
        var best = heads.SelectMany(count => kinds.Select(kind => new AttentionLayout(count, kind.IsGelu, kind.HasZeroKey)))
            .Select(layout => (Layout: layout, Output: new AttentionReference(weights, layout).Run(layer, x)))
            .Select(entry => (entry.Layout, Distance: (entry.Output - expected).abs().max().item<float>()))
            .MinBy(entry => entry.Distance);
        return best.Distance <= Rounding * Math.Max(1, expected.abs().max().item<float>())
            ? best.Layout
            : throw new ExportException(
                $"{ModuleNames.KindOf(layer)} does not compute attention over its parameters with any number of heads. " +
                "Expected finite weights, and a layer whose forward is TorchSharp's own.");
    }
}
