"""Work in several processes of this machine."""

from briefgen.processes.ahead import Ahead
from briefgen.processes.apart import apart
from briefgen.processes.beside import in_turns
from briefgen.processes.machine import cores, give_memory_back
from briefgen.processes.many import in_processes

__all__ = ["Ahead", "apart", "cores", "give_memory_back", "in_processes", "in_turns"]
