namespace TorchSharp.Utils;

/// <summary>The name under which a field is registered as a parameter, buffer or module, where it is not the field's own.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ComponentNameAttribute : Attribute
{
    public string Name { get; set; } = "";
}
