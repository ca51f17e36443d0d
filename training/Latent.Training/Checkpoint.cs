using Latent.Fitting;

namespace Latent.Training;

/// <summary>The file that holds the state of an unfinished run. It exists until the run's bundle does.</summary>
public static class Checkpoint
{
    /// <summary>Returns the path of a run's checkpoint, in the folder of its bundle.</summary>
    /// <param name="outputFolder">The output folder of the run.</param>
    /// <param name="name">The name of the recipe.</param>
    /// <returns>The full path.</returns>
    public static string PathOf(string outputFolder, string name) => Path.Combine(Path.GetFullPath(outputFolder), name + ".checkpoint");

    /// <summary>Throws if a new run would overwrite the checkpoint of an unfinished run.</summary>
    /// <param name="outputFolder">The output folder of the run.</param>
    /// <param name="name">The name of the recipe.</param>
    /// <exception cref="CheckpointException">There is a checkpoint.</exception>
    public static void RejectReplacement(string outputFolder, string name)
    {
        var path = PathOf(outputFolder, name);
        if (File.Exists(path))
        {
            throw new CheckpointException(
                $"An earlier run of {name} was stopped before its end, and '{path}' holds its state. " +
                "Add --resume to continue it, or delete the file to start over.");
        }
    }
}
