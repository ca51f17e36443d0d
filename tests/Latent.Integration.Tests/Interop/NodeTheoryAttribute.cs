namespace Latent.Integration.Tests;

/// <summary>A theory that needs Node and its ONNX Runtime; it is skipped, with the cure as its reason, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeScript.Obstacle;
}
