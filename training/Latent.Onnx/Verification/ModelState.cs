using TorchSharp;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>Rejects models that cannot be exported, or compared with their graph, in their current state.</summary>
internal static class ModelState
{
    /// <exception cref="ExportException">A module is in training mode, or a parameter is not on the CPU.</exception>
    public static void Check(Module root)
    {
        CheckEvaluates(root);
        foreach (var (key, tensor) in root.state_dict())
            CheckDevice(key, tensor.device_type, tensor.device.ToString());
    }

    /// <summary>Rejects a module in training mode, or one that contains such a module.</summary>
    /// <exception cref="ExportException">A module is in training mode.</exception>
    public static void CheckEvaluates(Module root)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (var (path, module) in root.named_modules().Prepend(("", root)))
        {
            if (module.training)
                throw new ExportException(
                    $"{Named(path, module)} is in training mode: dropout and batch norm would differ from the graph. " +
                    "Expected evaluation mode: call model.eval() first.");
        }
    }

    internal static void CheckDevice(string key, DeviceType type, string device)
    {
        if (type == DeviceType.META)
            throw new ExportException($"Parameter '{key}' is on the meta device and has no values. Load the weights first.");
        if (type != DeviceType.CPU)
            throw new ExportException(
                $"Parameter '{key}' is on the device {device}. Expected the CPU, where the export is compared with the model: " +
                "call model.cpu() first.");
    }

    private static string Named(string path, Module module) =>
        path.Length == 0 ? $"The model {ModuleNames.KindOf(module)}" : $"Layer {ModuleNames.KindOf(module)} at '{path}'";
}
