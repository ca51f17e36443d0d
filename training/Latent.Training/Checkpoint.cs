using Latent.Fitting;

namespace Latent.Training;

/// <summary>The file that holds where an unfinished run stands. It is there until the run's bundle is.</summary>
public static class Checkpoint
{
    /// <summary>Where the checkpoint of a run lies: beside its bundle.</summary>
    /// <param name="outputFolder">The folder that receives the bundle.</param>
    /// <param name="name">The name of the recipe.</param>
    /// <returns>Full path.</returns>
    public static string PathOf(string outputFolder, string name) => Path.Combine(Path.GetFullPath(outputFolder), name + ".checkpoint");

    /// <summary>Makes sure that a run from the beginning would not replace the checkpoint of an unfinished one.</summary>
    /// <param name="outputFolder">The folder that receives the bundle.</param>
    /// <param name="name">The name of the recipe.</param>
    /// <exception cref="CheckpointException">There is a checkpoint.</exception>
    public static void RejectReplacement(string outputFolder, string name)
    {
        var path = PathOf(outputFolder, name);
        if (File.Exists(path))
            throw new CheckpointException($"An earlier run of {name} was stopped before its end, and '{path}' holds where it stands. Add --resume to go on from there, or delete the file to begin anew.");
    }
}
