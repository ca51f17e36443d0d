using System.Globalization;
using System.Text;
using Latent.Runtime;
using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>Lists all that is needed to reproduce a difference.</summary>
internal static class Reproduction
{
    public static string Format(
        nn.Module root, IReadOnlyList<GraphInput> inputs, ExportOptions options, IReadOnlyList<ParitySample> samples)
    {
        var text = new StringBuilder();
        var count = root.state_dict().Values.Sum(tensor => tensor.numel());
        text.Append(CultureInfo.InvariantCulture, $"- model: {ModuleNames.KindOf(root)}, {count:N0} numbers in its `state_dict`\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"- inputs: {string.Join("; ", inputs.Select(input => $"`{input.Name}` {input.Type} {input.Shape}"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"- operator set {options.Opset}, tolerance {options.Parity.Tolerance:0.###e+00}, ");
        text.Append(CultureInfo.InvariantCulture, $"ONNX Runtime {GraphSession.EngineVersion}, ");
        text.Append(CultureInfo.InvariantCulture, $"TorchSharp {typeof(Tensor).Assembly.GetName().Version?.ToString(3)}, ");
        text.Append(CultureInfo.InvariantCulture, $"{System.Runtime.InteropServices.RuntimeInformation.OSArchitecture}\n");
        foreach (var sample in samples)
            text.Append(CultureInfo.InvariantCulture, $"- {sample.Origin}\n");
        text.Append("\n| module | type |\n|---|---|\n");
        foreach (var (path, module) in root.named_modules().DistinctBy(entry => entry.name).Where(entry => entry.name.Length > 0))
            text.Append(CultureInfo.InvariantCulture, $"| `{path}` | {ModuleNames.KindOf(module)} |\n");
        return text.ToString();
    }
}
