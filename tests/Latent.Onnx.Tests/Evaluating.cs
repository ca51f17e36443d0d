using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Puts new modules into evaluation mode, in which they are exported.</summary>
internal static class Evaluating
{
    /// <summary>The same module.</summary>
    public static TModule Create<TModule>(TModule module)
        where TModule : Module
    {
        module.eval();
        return module;
    }
}
