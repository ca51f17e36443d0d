namespace TorchSharp.Modules;

/// <summary>Layers of a stack start as copies of the layer that they were made of.</summary>
internal static class StackedLayers
{
    public static void CopyInto(torch.nn.Module stack, torch.nn.Module layer)
    {
        using var frozen = torch.no_grad();
        var source = layer.named_parameters(false).ToDictionary(entry => entry.name, entry => entry.parameter);
        foreach (var (name, parameter) in stack.named_parameters(false))
            parameter.copy_(source[name.Split('.', 3)[2]]);
    }
}
