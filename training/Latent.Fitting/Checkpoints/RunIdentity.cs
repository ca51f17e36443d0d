using System.Text.Json.Nodes;

namespace Latent.Fitting;

/// <summary>What a checkpoint belongs to: a run with other settings or other rows cannot resume it.</summary>
/// <param name="Name">The name of the run, for messages.</param>
/// <param name="Settings">Everything that the weights depend on: model, options of the trainer, preparation of the rows.</param>
/// <param name="Data">The name of the rows, for messages.</param>
/// <param name="DataDigest">SHA-256 of the rows, as 64 hexadecimal digits.</param>
public sealed record RunIdentity(string Name, JsonObject Settings, string Data, string DataDigest)
{
    /// <summary>
    /// Dotted keys of <see cref="Settings"/> that may differ on resuming, such as <c>fit.checkpoint_epochs</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> IgnoredSettings { get; init; } = [];
}
