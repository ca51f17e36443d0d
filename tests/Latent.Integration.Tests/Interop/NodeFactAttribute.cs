namespace Latent.Integration.Tests;

/// <summary>A test that needs Node and its ONNX Runtime; it is skipped, with the cure as its reason, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeScript.Obstacle;
}
