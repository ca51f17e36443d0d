using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// How an attention or transformer layer was made. TorchSharp keeps that to itself; a run over a short sequence is compared
/// with what each number of heads, and each nonlinearity, would compute.
/// </summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="IsGelu">Whether the nonlinearity between the dense layers is GELU; else it is ReLU.</param>
/// <param name="Layers">The number of layers of a stack; 1 for a layer by itself.</param>
internal sealed record AttentionLayout(long Heads, bool IsGelu, int Layers)
{
    private const long Steps = 4;
    private const long Keys = 3;
    private const long Rows = 2;
    private const ulong Seed = 1;

    // What a wrong number of heads computes is as far away as the numbers are large; rounding is not.
    private const float Rounding = 1e-3f;

    public static AttentionLayout Of(MultiheadAttention layer)
    {
        var weights = layer.state_dict();
        var size = SizeOf(weights, "q", "");
        return Find(layer, size, 1, [false], draw => [draw(Steps, size), draw(Keys, SizeOf(weights, "k", "")), draw(Keys, SizeOf(weights, "v", "")), null, null], x => layer.call(x[0]!, x[1]!, x[2]!).Item1);
    }

    public static AttentionLayout Of(TransformerEncoderLayer layer) => Encoder(layer, 1, "", x => layer.call(x));

    public static AttentionLayout Of(TransformerEncoder layer) => Encoder(layer, LayersOf(layer), "layers.0.", x => layer.call(x));

    public static AttentionLayout Of(TransformerDecoderLayer layer) => Decoder(layer, 1, "", (x, memory) => layer.call(x, memory));

    public static AttentionLayout Of(TransformerDecoder layer) => Decoder(layer, LayersOf(layer), "layers.0.", (x, memory) => layer.call(x, memory));

    private static AttentionLayout Encoder(Module layer, int layers, string first, Func<Tensor, Tensor> run)
    {
        var size = SizeOf(layer.state_dict(), "q", $"{first}self_attn.");
        return Find(layer, size, layers, [false, true], draw => [draw(Steps, size), null, null], x => run(x[0]!));
    }

    private static AttentionLayout Decoder(Module layer, int layers, string first, Func<Tensor, Tensor, Tensor> run)
    {
        var size = SizeOf(layer.state_dict(), "q", $"{first}self_attn.");
        return Find(layer, size, layers, [false, true], draw => [draw(Steps, size), draw(Keys, size), null, null, null, null], x => run(x[0]!, x[1]!));
    }

    private static int LayersOf(Module stack) => stack.state_dict().Keys.Select(key => key.Split('.')[1]).Distinct().Count();

    private static long SizeOf(IReadOnlyDictionary<string, Tensor> weights, string name, string prefix) =>
        (weights.TryGetValue($"{prefix}in_proj_weight", out var joint) ? joint : weights[$"{prefix}{name}_proj_weight"]).shape[1];

    private static AttentionLayout Find(Module layer, long size, int layers, bool[] gelus, Func<Func<long, long, Tensor>, Tensor?[]> make, Func<Tensor?[], Tensor> run)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var generator = new Generator(Seed);
        var wasTraining = layer.training;
        layer.eval();
        var device = layer.state_dict().Values.First().device;
        var given = make((steps, features) => randn([steps, Rows, features], generator: generator).to(device));
        var expected = run(given);
        layer.train(wasTraining);

        var heads = Enumerable.Range(1, (int)size).Where(count => size % count == 0);
        var best = heads.SelectMany(count => gelus.Select(gelu => new AttentionLayout(count, gelu, layers)))
            .Select(layout => (Layout: layout, Distance: (new AttentionReference(layer.state_dict(), layout).Run(layer, given) - expected).abs().max().item<float>()))
            .MinBy(entry => entry.Distance);
        return best.Distance <= Rounding * Math.Max(1, expected.abs().max().item<float>())
            ? best.Layout
            : throw new ExportException($"{layer.GetName()} computes something else than attention over its parameters: it was made with add_bias_kv or add_zero_attn. Expected neither.");
    }
}
