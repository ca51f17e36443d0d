using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>The paths of modules and the <c>state_dict</c> keys of tensors in a model.</summary>
internal sealed class ModuleNames
{
    private readonly Dictionary<Module, string> paths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, string> keys = new(ReferenceEqualityComparer.Instance);

    public ModuleNames(Module root)
    {
        paths[root] = "";
        foreach (var (name, module) in root.named_modules())
            paths.TryAdd(module, name);
        foreach (var (key, tensor) in root.state_dict())
            keys.TryAdd(tensor, key);
    }

    /// <summary>A dotted path, without a leading dot for the root.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>
    /// The kind of a module: the name of its C# type. TorchSharp's GetName depends on how the layer is built
    /// inside: an LSTM is a <c>torch::nn::LSTMImpl</c>, an InstanceNorm2d an InstanceNorm1d.
    /// </summary>
    public static string KindOf(Module module) => module.GetType().Name.Split('`')[0];

    /// <summary>The path of a module, empty for the root; null for one that is not registered.</summary>
    public string? PathOf(Module module) => paths.GetValueOrDefault(module);

    /// <summary>The key of a parameter or buffer; null for a tensor that is not registered.</summary>
    public string? KeyOf(Tensor tensor) => keys.GetValueOrDefault(tensor);
}
