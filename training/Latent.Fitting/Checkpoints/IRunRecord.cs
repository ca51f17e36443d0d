namespace Latent.Fitting;

/// <summary>What watches a run and remembers what it saw: a checkpoint keeps it, so that a resumed run forgets nothing.</summary>
public interface IRunRecord : ITrainingObserver
{
    /// <summary>Writes what it has seen so far.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Replaces what it has seen by what <see cref="Save"/> wrote.</summary>
    void Load(BinaryReader reader);
}
