using Latent.Shared;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>
/// Finds the nonlinearity of an Elman network. TorchSharp does not expose it; a step from zeros is compared with both
/// candidates.
/// </summary>
internal static class Nonlinearity
{
    private const long Rows = 4;
    private const long Seed = 1;

    public static bool IsTanh(RNN layer) => IsTanh(layer, "_l0", features =>
    {
        var batch = RecurrentLayout.From(layer).IsBatchFirst ? features.unsqueeze(1) : features.unsqueeze(0);
        return layer.forward(batch, null).Item2[0];
    });

    public static bool IsTanh(RNNCell layer) => IsTanh(layer, "", features => layer.forward(features, null!));

    private static bool IsTanh(Module layer, string suffix, Func<Tensor, Tensor> step)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var generator = new Generator((ulong)Seed);
        var weights = layer.state_dict();
        var x = randn([Rows, weights[$"weight_ih{suffix}"].shape[1]], generator: generator).to(weights[$"weight_ih{suffix}"].device);
        var linear = x.matmul(weights[$"weight_ih{suffix}"].t());
        if (weights.TryGetValue($"bias_ih{suffix}", out var bias))
            linear = linear.Plus(bias).Plus(weights[$"bias_hh{suffix}"]);
        var state = step(x);
        return Distance(state, linear.tanh()) <= Distance(state, linear.relu());
    }

    private static float Distance(Tensor a, Tensor b) => (a - b).abs().sum().item<float>();
}
